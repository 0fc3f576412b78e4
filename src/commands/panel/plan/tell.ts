import { clean, say } from '../../../core/text/safe-text.js';
import { shownPath } from '../../../io/rubrics/rubric-folder.js';
import type { Store } from '../../../io/store/store.js';
import type { Host } from '../../../io/system/host.js';
import { tell } from '../../shared/page.js';

/** That there is no plan, and how one is made. */
export function tellNoPlans({ location }: Store, host: Host): void {
  tell(say`No panel is planned in ${clean(shownPath(host, location))}.`, host);
  tell(
    say`Next: ${host.program} panel new "NAME" --role ROLE --interviewer "NAME=SESSION" (once for each interviewer)`,
    host,
  );
}

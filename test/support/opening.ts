import type { OpenEvent } from '../../src/core/interview/event.js';
import type { Rubric } from '../../src/core/rubric/rubric.js';

/** How an interview by this rubric was opened: R. Panel's of Ada Example. */
export function openedWith(rubric: Rubric): OpenEvent {
  return {
    at: '2026-11-20T14:00:00+00:00',
    type: 'open',
    schemaVersion: 2,
    id: 'x',
    candidate: { name: 'Ada Example' },
    interviewer: { name: 'R. Panel' },
    rubric,
    sha256: 'none',
  };
}

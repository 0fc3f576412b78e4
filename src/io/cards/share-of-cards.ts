import { type CardReading, type PanelCard, readDocument } from '../../core/panel/card.js';
import {
  type CardRubric,
  createEditionRegistry,
  type EditionForm,
  type EditionRegistry,
  type RubricEdition,
} from '../../core/panel/edition.js';
import { systemCode } from '../../errors.js';
import { parseJson } from '../system/parse-json.js';
import { createReusingReader } from './small-files.js';

/** Files of which several threads read a share each: whoever is free takes the next ones. */
export interface SharedFiles {
  readonly files: readonly { readonly path: string; readonly shown: string }[];
  readonly keepsEvidence: boolean;
  readonly keepsDetail: boolean;
  /** One number for all threads: the first file that nobody took. */
  readonly next: SharedArrayBuffer;
}

/** What was read of some files that follow one another; it can go from thread to thread. */
export interface ReadShare {
  /** The position of the first among all files. */
  readonly from: number;
  /** Those of each file; `undefined` for a file that is to be looked at with care: anything but good scorecards. */
  readonly cards: readonly (readonly CardOfShare[] | undefined)[];
  /** The editions that this thread has met since its share before. */
  readonly editions: readonly MetEdition[];
}

/** A scorecard whose edition is told by the order in which its thread met it, from 0. */
export type CardOfShare = Omit<PanelCard, 'edition'> & { edition: number };

/** What an edition is known by. */
export interface MetEdition {
  readonly rubric: CardRubric;
  readonly form: EditionForm;
}

/** How many files are taken at once. */
const AT_ONCE = 64;

/** Reads what no other thread has taken yet, until nothing is left. */
export function* readShares({ files, next, keepsEvidence, keepsDetail }: SharedFiles): Generator<ReadShare> {
  const taken = new Int32Array(next);
  const { registry, numberOf, takeMet } = createNumberedRegistry();
  const readCards = createCardReader({ registry, keepsEvidence, keepsDetail });
  for (;;) {
    const from = Atomics.add(taken, 0, AT_ONCE);
    if (from >= files.length) return;
    const cards = files
      .slice(from, from + AT_ONCE)
      .map((file) => readCards(file)?.map((card): CardOfShare => ({ ...card, edition: numberOf(card.edition) })));
    yield { from, cards, editions: takeMet() };
  }
}

/** Reads a file that holds nothing but good scorecards; `undefined` for any other. */
function createCardReader(
  reading: CardReading,
): (file: SharedFiles['files'][number]) => readonly PanelCard[] | undefined {
  const read = createReusingReader();
  return ({ path, shown }) => {
    try {
      const bytes = read({ path, isRegular: true });
      return bytes.ok ? readDocument(parseJson(bytes.value), shown, reading) : undefined;
    } catch (error) {
      // The system's: whoever reads it with care says so.
      if (systemCode(error) !== undefined) return undefined;
      throw error;
    }
  };
}

/** A registry that numbers the editions in the order in which they come in. */
function createNumberedRegistry() {
  const { find, add } = createEditionRegistry();
  const numbers = new Map<RubricEdition, number>();
  let met: MetEdition[] = [];
  const registry: EditionRegistry = {
    find,
    add: (rubric, form) => {
      const edition = add(rubric, form);
      numbers.set(edition, numbers.size);
      met.push({ rubric, form });
      return edition;
    },
  };
  return {
    registry,
    numberOf: (edition: RubricEdition) => numbers.get(edition) ?? -1,
    takeMet: () => {
      const taken = met;
      met = [];
      return taken;
    },
  };
}

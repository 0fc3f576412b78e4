import type { Rubric, Variant } from '../rubric/rubric.js';
import { applyVariant } from '../rubric/variant.js';
import { scaleInWords } from '../text/wording.js';
import { diffDimensions } from './dimension-diff.js';
import {
  changed,
  changedEach,
  PART_FIELDS,
  type PartField,
  type PartKind,
  type RubricChange,
} from './rubric-change.js';

export interface RubricDiff {
  readonly from: Edition;
  readonly to: Edition;
  readonly changes: readonly RubricChange[];
  /** How many changes there are of each kind. */
  readonly counts: readonly ChangeCount[];
  /**
   * `yes`: scores mean the same. `with-care`: the arithmetic is the same, the anchors are not. `no`: they don't
   * compare.
   */
  readonly comparable: 'yes' | 'with-care' | 'no';
  /** Which number of the version has still to be raised for what changed; of another role's rubric, none. */
  readonly raise: VersionPart | undefined;
}

export type VersionPart = 'first' | 'second' | 'third';

interface Edition {
  readonly id: string;
  readonly version: string;
}

/** What changes are counted together: `text` and `rule` are those of the rubric itself. */
export type CountedKind = PartField | PartKind | 'text' | 'rule' | 'dimension' | 'question' | 'core-question';

export interface ChangeCount {
  readonly kind: CountedKind;
  readonly type: RubricChange['type'];
  readonly count: number;
}

/** What changed from `before` to `after`, and whether scorecards of both can still be compared. */
export function diffRubrics(before: Rubric, after: Rubric): RubricDiff {
  const changes = [
    ...fields(before, after),
    ...rules(before, after),
    ...diffDimensions(before, after),
    ...parts('session', before.sessions, after.sessions),
    ...parts('red-flag', before.redFlags, after.redFlags),
    ...parts('exercise', before.exercises, after.exercises),
    ...parts('requirement', before.requirements, after.requirements),
    ...parts('variant', before.variants, after.variants),
    ...parts('export', exportsOf(before), exportsOf(after)),
    ...sources(before, after),
  ];
  const comparable = changes.some(({ breaks }) => breaks)
    ? 'no'
    : changes.some(({ shifts }) => shifts)
      ? 'with-care'
      : 'yes';
  return {
    from: { id: before.id, version: before.version },
    to: { id: after.id, version: after.version },
    changes,
    counts: countChanges(changes),
    comparable,
    raise: changes.length > 0 && before.id === after.id ? partToRaise(before, after, comparable) : undefined,
  };
}

const PARTS = ['first', 'second', 'third'] as const;
const PART_FOR = { no: 'first', 'with-care': 'second', yes: 'third' } as const;

function partToRaise(before: Edition, after: Edition, comparable: RubricDiff['comparable']): VersionPart | undefined {
  const numbers = ({ version }: Edition) => version.split('.').map(Number);
  const [old, fresh] = [numbers(before), numbers(after)];
  const raised = PARTS.findIndex((_, at) => fresh[at] !== old[at]);
  const isRaised = raised >= 0 && (fresh[raised] ?? 0) > (old[raised] ?? 0);
  return isRaised && raised <= PARTS.indexOf(PART_FOR[comparable]) ? undefined : PART_FOR[comparable];
}

function fields(before: Rubric, after: Rubric): readonly RubricChange[] {
  return [
    ...(['id', 'title', 'version', 'extends', 'summary', 'weightsRationale'] as const).flatMap((key) =>
      changed({ what: 'rubric', field: key }, before[key], after[key]),
    ),
    ...changed({ what: 'rubric', field: 'howToRate', shifts: true }, before.howToRate, after.howToRate),
  ];
}

function rules(before: Rubric, after: Rubric): readonly RubricChange[] {
  const range = ({ scale }: Rubric) => `${scaleInWords(scale)}, bar ${scale.bar}`;
  const labels = ({ scale }: Rubric) => Object.values(scale.labels).join(', ');
  const bands = ({ recommendation: { bands } }: Rubric) =>
    `strong-yes ${bands['strong-yes']}, yes ${bands.yes}, no ${bands.no}`;
  const coverage = ({ recommendation }: Rubric) => `${recommendation.coverageAtLeast}%`;
  const pool = ({ recommendation }: Rubric) => recommendation.pool ?? 'mean';
  return [
    ...changed({ what: 'rule', field: 'scale', breaks: true }, range(before), range(after)),
    ...changed({ what: 'rubric', field: 'labels' }, labels(before), labels(after)),
    ...changed({ what: 'rule', field: 'bands', shifts: true }, bands(before), bands(after)),
    ...changed({ what: 'rule', field: 'coverageAtLeast' }, coverage(before), coverage(after)),
    ...(['strongYesNeeds', 'borderline'] as const).flatMap((field) => {
      const told = ({ recommendation: { [field]: value } }: Rubric) =>
        value === undefined ? undefined : String(value);
      return changed({ what: 'rule', field, shifts: true }, told(before), told(after));
    }),
    ...changed({ what: 'rule', field: 'pool', shifts: true }, pool(before), pool(after)),
  ];
}

interface Part {
  readonly id: string;
}

function parts(what: PartKind, before: readonly Part[], after: readonly Part[]): readonly RubricChange[] {
  const removed = before.filter(({ id }) => !after.some((other) => other.id === id));
  return [
    ...removed.map(({ id }): RubricChange => ({ type: 'removed', what, subject: id })),
    ...after.flatMap((part): readonly RubricChange[] => {
      const old = before.find(({ id }) => id === part.id);
      if (!old) return [{ type: 'added', what, subject: part.id }];
      return JSON.stringify(old) === JSON.stringify(part) ? [] : [{ type: 'changed', what, subject: part.id }];
    }),
  ];
}

function exportsOf({ export: systems = {} }: Rubric): readonly Part[] {
  return Object.entries(systems).map(([id, points]) => ({ id, points }));
}

/** Sources by their documents, and where the items of each went. */
function sources(before: Rubric, after: Rubric): readonly RubricChange[] {
  const homesOf = ({ sources }: Rubric, document: string) =>
    Object.assign(
      {},
      ...sources.filter((source) => source.document === document).map(({ homes }) => homes),
    ) as Readonly<Record<string, string>>;
  const documentsOf = ({ sources }: Rubric): readonly Part[] =>
    [...new Set(sources.map(({ document }) => document))].map((id) => ({
      id,
      sections: sources.flatMap(({ document, section, items }) => (document === id ? [{ section, items }] : [])),
    }));
  const documents = new Set([...documentsOf(before), ...documentsOf(after)].map(({ id }) => id));
  return [
    ...parts('source', documentsOf(before), documentsOf(after)),
    ...[...documents].flatMap((document) =>
      changedEach(homesOf(before, document), homesOf(after, document), (item) => ({
        what: 'source',
        subject: document,
        field: 'home',
        of: item,
      })),
    ),
  ];
}

function countChanges(changes: readonly RubricChange[]): readonly ChangeCount[] {
  const counts = new Map<string, ChangeCount>();
  for (const change of changes) {
    const { kind, type } = kindOf(change);
    const key = `${kind} ${type}`;
    counts.set(key, { kind, type, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function kindOf(change: RubricChange): Omit<ChangeCount, 'count'> {
  if (!('field' in change)) {
    const isCore = change.what === 'question' && change.isCore === true;
    return { kind: isCore ? 'core-question' : change.what, type: change.type };
  }
  const { what, before, after } = change;
  const field = PART_FIELDS.find((one) => one === change.field);
  if (field === undefined) return { kind: what === 'rule' ? 'rule' : 'text', type: 'changed' };
  if (before === undefined || after === 'true') return { kind: field, type: 'added' };
  return { kind: field, type: after === undefined || after === 'false' ? 'removed' : 'changed' };
}

/** What a variant makes of a rubric. */
export interface Overlay {
  readonly title: string;
  readonly why: string;
  /** All but the red flags, which are only added. */
  readonly changes: readonly RubricChange[];
  /** The sentences of those it adds. */
  readonly redFlags: readonly string[];
}

export function describeOverlay(rubric: Rubric, variant: Variant): Overlay {
  const { changes } = diffRubrics(rubric, applyVariant(rubric, variant));
  return {
    title: variant.title,
    why: variant.why,
    changes: changes.filter(({ what }) => what !== 'red-flag'),
    redFlags: variant.redFlags.map(({ flag }) => flag),
  };
}

import { coreQuestions } from '../rubric/core-questions.js';
import type { Dimension, Question, Rubric } from '../rubric/rubric.js';
import { ratingsOf } from '../rubric/scale.js';
import { changed, changedEach, type RubricChange } from './rubric-change.js';

/** What is between the items of a list that is told as one text. */
const BETWEEN = ' / ';

/** Dimensions that went, came, or are different now. */
export function diffDimensions(before: Rubric, after: Rubric): readonly RubricChange[] {
  const removed = before.dimensions.filter(({ id }) => !after.dimensions.some((other) => other.id === id));
  return [
    ...removed.map(
      ({ name, ...rest }): RubricChange => ({
        type: 'removed',
        what: 'dimension',
        subject: name,
        ...weightOf(rest),
        before: name,
        breaks: true,
      }),
    ),
    ...after.dimensions.flatMap((dimension): readonly RubricChange[] => {
      const old = before.dimensions.find(({ id }) => id === dimension.id);
      if (old) return dimensionChanges(old, dimension, after.scale);
      const { name, ...rest } = dimension;
      return [{ type: 'added', what: 'dimension', subject: name, ...weightOf(rest), after: name, breaks: true }];
    }),
  ];
}

interface Weighted {
  /** None where all dimensions weigh the same. */
  readonly weight?: number | undefined;
}

function weightOf({ weight }: Weighted): { readonly weight?: number } {
  return weight === undefined ? {} : { weight };
}

function dimensionChanges(old: Dimension, dimension: Dimension, scale: Rubric['scale']): readonly RubricChange[] {
  const of = { subject: dimension.name };
  const text = { ...of, what: 'dimension' } as const;
  const rule = { ...of, what: 'rule', shifts: true } as const;
  const anchor = { ...of, what: 'anchor', shifts: true } as const;
  const share = ({ weight }: Weighted) => (weight === undefined ? 'equal' : `${weight}%`);
  return [
    ...changed({ ...text, field: 'name' }, old.name, dimension.name),
    ...changed({ ...text, field: 'about' }, old.about, dimension.about),
    ...changed({ ...of, what: 'weight', field: 'weight', breaks: true }, share(old), share(dimension)),
    ...changed({ ...rule, field: 'minimum' }, numberText(old.minimum), numberText(dimension.minimum)),
    ...changed({ ...rule, field: 'optional' }, String(old.optional), String(dimension.optional)),
    ...changed({ ...text, field: 'minutes' }, numberText(old.minutes), numberText(dimension.minutes)),
    ...changed({ ...anchor, field: 'meetsBar' }, old.meetsBar, dimension.meetsBar),
    ...ratingsOf(scale).flatMap((rating) => {
      const [was, is] = [old.anchors[rating], dimension.anchors[rating]];
      return [
        ...changed({ ...of, what: 'anchor', field: 'short', rating }, was?.short, is?.short),
        ...changed({ ...anchor, field: 'anchor', rating }, was?.text, is?.text),
      ];
    }),
    ...changedEach(old.borders, dimension.borders, (border) => ({ ...anchor, field: 'border', of: border })),
    ...questionChanges(old, dimension),
    ...changed({ ...text, field: 'strong' }, listText(old.signals.strong), listText(dimension.signals.strong)),
    ...changed({ ...text, field: 'weak' }, listText(old.signals.weak), listText(dimension.signals.weak)),
    ...changed({ ...text, field: 'evidence' }, listText(old.evidence), listText(dimension.evidence)),
  ];
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function listText(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.join(BETWEEN);
}

/** Questions are the same where they ask the same. */
function questionChanges(old: Dimension, dimension: Dimension): readonly RubricChange[] {
  const of = { what: 'question', subject: dimension.name } as const;
  const core = (question: Question, owner: Dimension) =>
    coreQuestions(owner).includes(question) ? { isCore: true as const } : {};
  const same = ({ ask }: Question, list: readonly Question[]) => list.find((other) => other.ask === ask);
  return [
    ...old.questions.flatMap((question): readonly RubricChange[] =>
      same(question, dimension.questions)
        ? []
        : [{ ...of, type: 'removed', ...core(question, old), before: question.ask }],
    ),
    ...dimension.questions.flatMap((question): readonly RubricChange[] => {
      const was = same(question, old.questions);
      if (!was) return [{ ...of, type: 'added', ...core(question, dimension), after: question.ask }];
      const field = { ...of, of: question.ask };
      const isCore = (one: Question, owner: Dimension) => String(coreQuestions(owner).includes(one));
      return [
        ...changed({ ...field, field: 'core' }, isCore(was, old), isCore(question, dimension)),
        ...changed({ ...field, field: 'followUps' }, listText(was.followUps), listText(question.followUps)),
        ...changed({ ...field, field: 'listenFor' }, listText(was.listenFor), listText(question.listenFor)),
      ];
    }),
  ];
}

import type { PanelCard } from './card.js';
import type { RubricForm } from './edition.js';
import { compareForms } from './edition.js';

export interface Aligned {
  readonly cards: readonly PanelCard[];
  /** For each role that had several forms: the one whose weights and rules count now, and the others. */
  readonly merged: readonly { readonly form: RubricForm; readonly others: readonly RubricForm[] }[];
  /** Roles whose forms don't share a scale: their ratings mean different things, so they stay apart. */
  readonly unlike: readonly string[];
}

/**
 * Puts scorecards of all versions and variants of a role on the newest version's form (the plain rubric where it was
 * used, else its first variant): dimensions are matched by id, one that a scorecard doesn't have is not assessed, one
 * that the form doesn't have falls out.
 */
export function alignCards(cards: readonly PanelCard[]): Aligned {
  const forms = new Map<string, RubricForm[]>();
  for (const form of new Set(cards.map((card) => card.form))) {
    forms.set(form.role, [...(forms.get(form.role) ?? []), form]);
  }
  const target = new Map<RubricForm, RubricForm>();
  const merged: { form: RubricForm; others: readonly RubricForm[] }[] = [];
  const unlike: string[] = [];
  for (const [role, own] of forms) {
    const [newest, ...others] = own.sort(compareForms);
    if (!newest || others.length === 0) continue;
    const isAlike = others.every(({ scale }) => scale.min === newest.scale.min && scale.max === newest.scale.max);
    if (!isAlike) {
      unlike.push(role);
      continue;
    }
    merged.push({ form: newest, others });
    for (const other of others) target.set(other, newest);
  }
  return { cards: cards.map((card) => align(card, target.get(card.form) ?? card.form)), merged, unlike };
}

function align(card: PanelCard, form: RubricForm): PanelCard {
  if (form === card.form) return card;
  const positions = form.dimensions.map(({ id }) => card.form.dimensions.findIndex((own) => own.id === id));
  return {
    ...card,
    form,
    ratings: positions.map((at) => card.ratings[at] ?? 'not-assessed'),
    evidence: positions.map((at) => card.evidence[at] ?? []),
  };
}

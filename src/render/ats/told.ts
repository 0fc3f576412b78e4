import type { NamedRating, Told } from '../../core/ats/export/outgoing.js';
import { EXPORT_NAMES, type ExportSystem } from '../../core/rubric/export-points.js';
import { clean, say, type TerminalText } from '../../core/text/safe-text.js';
import { inWords } from '../text/words.js';

/** What an export says otherwise than the scorecard, or leaves out: a line. */
export function toldInWords(told: Told, system: ExportSystem): TerminalText {
  const there = EXPORT_NAMES[system];
  switch (told.type) {
    case 'no-counterpart':
      return say`no counterpart in ${there}, so left out (the note has it): ${ratingsInWords(told.ratings)}`;
    case 'mapped':
      return say`by the rubric's map for ${there}: ${told.ratings.map(({ point, ...one }) => say`${ratingsInWords([one])} is ${clean(String(point))}`).join(', ')}`;
    case 'not-applicable':
      return say`${there} has no "not applicable", only no rating: ${told.names.map(clean).join(', ')}`;
    case 'no-field':
      return say`the form has no field that rates it, so left out (the note has it): ${ratingsInWords(told.ratings)}`;
    case 'verdict':
      return verdictInWords(told, there);
    case 'required':
      return say`the form requires these, and the scorecard says nothing of them: ${told.fields.map(clean).join(', ')}`;
    case 'no-note':
      return say`the form has no long text field for the note: what was left out stands nowhere there`;
    case 'to-fill-in':
      return say`only ${there} knows these; pass ${told.names.map((name) => say`--id ${clean(name)}=ID`).join(', ')}, or fill them in`;
  }
}

function verdictInWords(
  { verdict, as }: Extract<Told, { readonly type: 'verdict' }>,
  there: (typeof EXPORT_NAMES)[ExportSystem],
): TerminalText {
  const what = verdict === undefined ? say`there is no verdict` : say`the verdict is "${inWords(verdict)}"`;
  if (as !== undefined) return say`${what}: ${there} is told ${clean(String(as))}`;
  return say`${what}${verdict === undefined ? say`` : say`, for which the form has no place`}: no overall rating is given`;
}

function ratingsInWords(ratings: readonly NamedRating[]): TerminalText {
  return ratings.map(({ name, rating }) => say`${clean(name)} ${inWords(String(rating))}`).join(', ');
}

import { html, type SafeHtml } from '../../text/html.js';

/**
 * The shapes that tell interviewers apart, drawn round 0,0 with about the same visual area. In grey only the shape tells
 * who it is; the colour never says good or bad.
 */
const SHAPES = [
  'M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z',
  'M-5 -5h10v10h-10z',
  'M0 -6.6L6.4 4.9H-6.4z',
  'M0 -7.2L7.2 0L0 7.2L-7.2 0z',
  'M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z',
  'M0 6.6L6.4 -4.9H-6.4z',
] as const;

/** A small square, where there are more interviewers than shapes. */
const CROWD = 'M-3.5 -3.5h7v7h-7z';

/** From so many interviewers on, each is a small square, and a tick shows the median. */
export const MOST_SHAPES = 8;

/** How an interviewer is drawn. */
export interface MarkStyle {
  readonly path: string;
  /** The class that gives the colour. */
  readonly className: string;
}

/** The mark of the interviewer at this place, of so many. From the seventh on the shapes come again, in ink. */
export function markStyle(at: number, of: number): MarkStyle {
  if (of > MOST_SHAPES) return { path: CROWD, className: 'm0' };
  const path = SHAPES[at % SHAPES.length] ?? CROWD;
  return { path, className: at < SHAPES.length ? `m${at + 1}` : 'm0' };
}

/** The shape where it was not rated: hollow. */
export function markPath({ path, className }: MarkStyle, kind: 'filled' | 'hollow' = 'filled'): SafeHtml {
  return html`<path class="mark ${className}${kind === 'hollow' ? ' hollow' : ''}" d="${path}"/>`;
}

/** The mark beside a name. */
export function markKey(style: MarkStyle): SafeHtml {
  return html`<svg class="key" viewBox="-8 -8 16 16" aria-hidden="true">${markPath(style)}</svg>`;
}

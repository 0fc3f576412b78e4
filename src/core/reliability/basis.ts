import type { PublishedReliability } from '../stats/reliability/published.js';
import type { OwnPanels } from './own-panels.js';

/** What a reliability is computed from. */
export type ReliabilityBasis =
  | ({ readonly type: 'published' } & PublishedReliability)
  /** One interviewer's reliability, as the user gives it. */
  | { readonly type: 'given'; readonly single: number }
  | ({ readonly type: 'own' } & OwnPanels);

import { emitKeypressEvents } from 'node:readline';
import type { Host } from '../system/host.js';

/** Milliseconds after which Esc is a key of its own and no longer the beginning of another. */
const ESCAPE_DELAY = 30;

/** Esc answers at once instead of after half a second. To be called before anything else listens for keys. */
export function quickenEscape(host: Pick<Host, 'stdin'>): void {
  // Node reads this one field of the interface; its type asks for the whole.
  emitKeypressEvents(host.stdin, { escapeCodeTimeout: ESCAPE_DELAY } as never);
}

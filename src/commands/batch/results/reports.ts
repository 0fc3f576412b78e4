import type { BatchRecord } from '../../../core/batch/record.js';
import { repeatNotes, type SealedRow } from '../../../core/batch/repeats.js';
import type { Problem } from '../../../core/problem.js';
import { rowDigest } from '../../../core/scorecard/row-digest.js';
import type { Scorecard } from '../../../core/scorecard/scorecard.js';
import { briefOf } from '../../../core/scorecard/sealed-brief.js';
import type { Store } from '../../../io/store/store.js';
import { renderScorecardMarkdown } from '../../../render/scorecard/scorecard-markdown.js';
import { createSealer } from '../../shared/sealer.js';

export interface ReportsOptions {
  readonly store: Store;
  readonly rubric: Scorecard['rubric'];
  /** When the batch began: what the scorecards carry as the time of their seals. */
  readonly at: string;
  readonly program: NonNullable<Scorecard['program']>;
  readonly table: {
    /** Its name, without its folder. */
    readonly name: string;
    /** Hexadecimal, of its file. */
    readonly sha256: string;
  };
}

/** What became of the rows that were given. */
export interface ReportsOutcome {
  readonly written: number;
  /** How many rows had their scorecards already. */
  readonly alreadyThere: number;
  /** Where several scorecards of one interviewer for one candidate meet. */
  readonly notes: readonly Problem[];
}

export interface Reports {
  write(record: BatchRecord): void;
  end(): ReportsOutcome;
}

/**
 * Writes a sealed scorecard, as JSON and Markdown, for each row it is given; never over an existing one. A row that has
 * one in the store is left alone, so that the same table again adds nothing, and goes on where it was interrupted.
 */
export function createReports({ store, rubric, at, program, table }: ReportsOptions): Reports {
  store.prepare();
  store.sweep();
  const { same } = store.readPeople();
  const before = store.readSeals();
  const known = new Map(before.cards.flatMap((card) => (card.row === undefined ? [] : [[card.row, card]])));
  const rows = new Map<string, SealedRow>();
  const all: SealedRow[] = [];
  const sealAfter = createSealer(store, before);
  const seal = (record: BatchRecord, rowSha256: string): Scorecard => {
    const { line, candidate, interviewer = { name: '' }, session, held, verdict, result } = record;
    const { dimensions, redFlags, requirements, notes } = record;
    const { card } = sealAfter({
      program,
      candidate,
      interviewer,
      ...(session === undefined ? {} : { session }),
      // It has no journal: this says why.
      source: { file: table.name, row: line, sha256: table.sha256, rowSha256 },
      rubric,
      startedAt: at,
      submittedAt: at,
      ...(held === undefined ? {} : { held }),
      dimensions,
      redFlags,
      ...(requirements ? { requirements } : {}),
      ...(notes ? { notes: [...notes] } : {}),
      ...(verdict ? { verdict } : {}),
      result,
    });
    return card;
  };
  return {
    write: (record) => {
      const row = rowDigest(record, rubric);
      const there = known.get(row);
      if (there) store.writeMissingReport(there.location, renderScorecardMarkdown);
      const brief = there ?? rows.get(row) ?? briefOf(seal(record, row));
      const isNew = there === undefined && !rows.has(row);
      const sealed = { ...brief, row, line: record.line, isNew };
      rows.set(row, sealed);
      all.push(sealed);
    },
    end: () => {
      const written = all.filter(({ isNew }) => isNew).length;
      const notes = repeatNotes(all, { cards: before.cards, same });
      return { written, alreadyThere: all.length - written, notes };
    },
  };
}

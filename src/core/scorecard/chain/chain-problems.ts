import { createNote, createProblem, type Problem } from '../../problem.js';
import type { ChainFinding, Link } from './walk-chains.js';

interface Place {
  /** The file of the log. */
  readonly log: string;
  /** Whether there are scorecards that could not be read: what seems to be gone may be one of them. */
  readonly isPartial: boolean;
}

/** What a walk along the chains found, in the words of a problem, or of a note where it need not be wrong. */
export function chainProblem(finding: ChainFinding, { log, isPartial }: Place): Problem {
  switch (finding.type) {
    case 'gap':
    case 'stranger':
    case 'unamended': {
      const { type, link, digest } = finding;
      const path = [type === 'unamended' ? 'amends' : 'previous'];
      if (isPartial) return at(link, createNote('missing-seal', { by: 'unread', digest }, path));
      if (type === 'stranger') return at(link, createNote('from-elsewhere', { lacks: 'previous' }, path));
      return at(link, createProblem('missing-seal', { by: type === 'gap' ? 'next' : 'amendment', digest }, path));
    }
    case 'gone': {
      const { digest, by, at: sealedAt } = finding;
      const problem = isPartial
        ? createNote('missing-seal', { by: 'unread', digest }, [])
        : createProblem('missing-seal', { by: 'log', digest, interviewer: by.name, at: sealedAt }, []);
      return { ...problem, file: log };
    }
    case 'foreign':
      return at(finding.link, createProblem('other-chain', { before: finding.before.name }, ['previous']));
    case 'fork': {
      const { links, digest } = finding;
      const [last, ...others] = links.toReversed();
      const files = others.map(({ file }) => file);
      const fork = createNote('fork', { files, isFirst: digest === undefined }, ['previous']);
      return last ? at(last, fork) : fork;
    }
  }
}

function at({ file }: Link, problem: Problem): Problem {
  return { ...problem, file };
}

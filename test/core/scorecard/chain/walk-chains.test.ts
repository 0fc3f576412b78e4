import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LoggedSeal } from '../../../../src/core/log/logged-seals.js';
import { headsOf, ownSeals } from '../../../../src/core/scorecard/chain/chain.js';
import { chainProblem } from '../../../../src/core/scorecard/chain/chain-problems.js';
import {
  type Chains,
  type Link,
  type Seals,
  type Surroundings,
  walkBack,
  walkChains,
} from '../../../../src/core/scorecard/chain/walk-chains.js';

const PANEL = { name: 'R. Panel' };
const OTHER = { name: 'S. Other' };

function walk(seals: Seals, around: Partial<Surroundings> = {}): Chains {
  return walkChains(seals, { isOfHere: () => true, ...around });
}

function link(digest: string, previous?: string, more: Partial<Link> = {}): Link {
  const at = `2026-11-20T14:00:${digest.replace(/\D/g, '').padStart(2, '0').slice(-2)}Z`;
  return {
    id: digest,
    digest,
    previous,
    at,
    interviewer: PANEL,
    amends: undefined,
    file: `${digest}.json`,
    ...more,
  };
}

function logged(digest: string, previous?: string, more: Partial<LoggedSeal> = {}): LoggedSeal {
  return { digest, previous, sealed: undefined, isErased: true, ...more };
}

/**
 * Scorecards of up to three people, each sealed after one of their own: mostly the last, as the program does it, now
 * and then an earlier one, as two machines do.
 */
const stores = fc
  .array(fc.record({ who: fc.nat(2), back: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(3)) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((steps) => {
    const chains: string[][] = [[], [], []];
    return steps.map(({ who, back }, at) => {
      const own = chains[who] ?? [];
      const previous = own.at(-1 - Math.min(back, Math.max(own.length - 1, 0)));
      const digest = `d${at}`;
      own.push(digest);
      return link(digest, previous, { interviewer: { name: `Person ${who}` } });
    });
  });

const stored = stores.chain((links) => fc.record({ links: fc.constant(links), at: fc.nat(links.length - 1) }));

describe('whatever was sealed', () => {
  test('the heads and findings are the same in any order of the files', () => {
    const shuffled = stores.chain((links) =>
      fc.record({
        links: fc.constant(links),
        order: fc.shuffledSubarray(links, { minLength: links.length, maxLength: links.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ links, order }) => {
        expect(walk({ links: order, logged: [] })).toEqual(walk({ links, logged: [] }));
      }),
    );
  });

  test('nothing but forks is found, and every seal is behind a head', () => {
    fc.assert(
      fc.property(stores, (links) => {
        const { heads, findings } = walk({ links, logged: [] });
        expect(findings.filter(({ type }) => type !== 'fork')).toEqual([]);
        const all = heads.map(({ digest }) => walkBack(digest, { links, logged: [] }));
        expect(all.every(({ missing, erased }) => missing.length === 0 && erased === 0)).toBe(true);
        expect(Math.max(...all.map(({ sealed }) => sealed))).toBeLessThanOrEqual(links.length);
      }),
    );
  });

  test('a file that is taken out is told, unless it was a head', () => {
    fc.assert(
      fc.property(stored, ({ links, at }) => {
        const gone = links[at]?.digest;
        const isHead = links.every(({ previous }) => previous !== gone);
        const { findings } = walk({ links: links.toSpliced(at, 1), logged: [] });
        expect(findings.some((finding) => finding.type === 'gap' && finding.digest === gone)).toBe(!isHead);
      }),
    );
  });

  test('to whoever kept the heads, any file that is taken out is told', () => {
    fc.assert(
      fc.property(stored, ({ links, at }) => {
        const { heads } = walk({ links, logged: [] });
        const left = { links: links.toSpliced(at, 1), logged: [] };
        const missing = heads.flatMap(({ digest }) => walkBack(digest, left).missing);
        expect(missing).toContain(links[at]?.digest);
      }),
    );
  });

  test('an erased file is walked over, and what comes after it follows on', () => {
    fc.assert(
      fc.property(stored, ({ links, at }) => {
        const { digest, previous, interviewer, at: time } = links[at] ?? link('none');
        const left = {
          links: links.toSpliced(at, 1),
          logged: [logged(digest, previous, { sealed: { by: interviewer, at: time } })],
        };
        const [before, after] = [walk({ links, logged: [] }), walk(left)];
        expect(after.heads.map((head) => head.digest)).toEqual(before.heads.map((head) => head.digest));
        expect(after.findings.filter(({ type }) => type !== 'fork')).toEqual([]);
        for (const head of before.heads) expect(walkBack(head.digest, left).missing).toEqual([]);
      }),
    );
  });
});

describe('a walk along the chains', () => {
  test('says of each head how many seals are behind it, and since when', () => {
    const links = [link('d1'), link('d2', 'd1'), link('e5', undefined, { interviewer: OTHER })];
    expect(walk({ links, logged: [] }).heads).toEqual([
      { digest: 'd2', interviewer: PANEL, sealed: 2, erased: 0, since: '2026-11-20T14:00:01Z' },
      { digest: 'e5', interviewer: OTHER, sealed: 1, erased: 0, since: '2026-11-20T14:00:05Z' },
    ]);
  });

  test('has one chain for a person with an id, as it is written and as others are said to be the same', () => {
    const links = [
      link('d1', undefined, { interviewer: { name: 'R. Panel', id: 'rp@example.com' } }),
      link('d2', 'd1', { interviewer: { name: 'Rosa Panel', id: 'RP@example.com' } }),
      link('d3', 'd2', { interviewer: { name: 'Rosa P.' } }),
    ];
    const same = [['Rosa P.', 'rp@example.com']] as const;
    expect(walk({ links, logged: [] }, { same })).toMatchObject({
      heads: [{ digest: 'd3', sealed: 3 }],
      findings: [],
    });
  });

  test('tells a fork once, with all its links by age, and no damage', () => {
    const links = [link('d1'), link('d3', 'd1'), link('d2', 'd1')];
    const { heads, findings } = walk({ links, logged: [] });
    expect(heads.map(({ digest }) => digest)).toEqual(['d2', 'd3']);
    expect(findings).toEqual([{ type: 'fork', links: [links[2], links[1]], digest: 'd1' }]);
  });

  test('tells what was brought from elsewhere apart from a gap', () => {
    const [here, brought] = [link('d2', 'd1'), link('e2', 'e1', { interviewer: OTHER })];
    expect(
      walk({ links: [here, brought], logged: [] }, { isOfHere: ({ digest }) => digest === 'd2' }).findings,
    ).toEqual([
      { type: 'gap', link: here, digest: 'd1' },
      { type: 'stranger', link: brought, digest: 'e1' },
    ]);
  });

  test('tells an amendment without its predecessor, unless that was erased or stands outside the chains', () => {
    const amendment = link('d2', undefined, { amends: 'd1' });
    const found = walk({ links: [amendment], logged: [] }).findings;
    expect(found).toEqual([{ type: 'unamended', link: amendment, digest: 'd1' }]);
    expect(walk({ links: [amendment], logged: [logged('d1')] }).findings).toEqual([]);
    expect(walk({ links: [amendment], logged: [] }, { outside: new Set(['d1']) }).findings).toEqual([]);
  });

  test('tells what the log says was sealed, and what follows the seal of somebody else', () => {
    const sealed = { by: PANEL, at: '2026-11-20T14:00:01Z' };
    const after = link('d2', 'd1', { interviewer: OTHER });
    const { findings, heads } = walk({
      links: [after],
      logged: [logged('d1', undefined, { sealed, isErased: false })],
    });
    expect(findings).toEqual([
      { type: 'gone', digest: 'd1', ...sealed },
      { type: 'foreign', link: after, before: PANEL },
    ]);
    expect(heads).toMatchObject([{ digest: 'd2', sealed: 1 }]);
  });

  test('ends where somebody made files name each other', () => {
    const links = [link('d1', 'd2'), link('d2', 'd1')];
    expect(walk({ links, logged: [] }).heads).toEqual([]);
    expect(walkBack('d1', { links, logged: [] })).toMatchObject({ sealed: 2, missing: [] });
  });
});

describe('the next seal of an interviewer follows', () => {
  const next = (present: readonly Link[], log: readonly LoggedSeal[]) =>
    headsOf(ownSeals(({ name }) => name === PANEL.name, { present, logged: log })).at(-1)?.digest;

  test('an erased one, whether the log says who sealed it or only that it followed theirs', () => {
    const sealed = { by: PANEL, at: '2026-11-20T14:00:02Z' };
    expect(next([link('d1')], [logged('d2', 'd1', { sealed })])).toBe('d2');
    expect(next([link('d1')], [logged('d3', 'd2'), logged('d2', 'd1')])).toBe('d3');
  });

  test('and not one that somebody else sealed', () => {
    expect(next([link('d1')], [logged('e9', undefined, { sealed: { by: OTHER, at: '2026-11-20T15:00:00Z' } })])).toBe(
      'd1',
    );
  });
});

describe('what seems to be gone', () => {
  const { findings } = walk({ links: [link('d2', 'd1', { amends: 'd0' })], logged: [] });
  const told = (isPartial: boolean) =>
    findings.map((finding) => {
      const { code, severity } = chainProblem(finding, { log: 'log.ndjson', isPartial });
      return `${severity} ${code}`;
    });

  test('is a mistake, unless there are scorecards that could not be read', () => {
    expect(told(false)).toEqual(['error missing-seal', 'error missing-seal']);
    expect(told(true)).toEqual(['note missing-seal', 'note missing-seal']);
  });
});

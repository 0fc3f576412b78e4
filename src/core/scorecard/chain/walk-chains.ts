import { put } from '../../collections/put.js';
import type { LoggedSeal } from '../../log/logged-seals.js';
import { createPeople, type Pair, type People, type Person } from '../../person/person.js';
import type { Seal } from './chain.js';

/** The seal of a scorecard that is there. */
export interface Link extends Seal {
  /** Of the scorecard. */
  readonly id: string;
  readonly interviewer: Person;
  /** The digest of the scorecard in whose place it stands. */
  readonly amends: string | undefined;
  /** The file that holds it. */
  readonly file: string;
}

export interface Seals {
  readonly links: readonly Link[];
  readonly logged: readonly LoggedSeal[];
}

/** What more there is to know of them. */
export interface Surroundings {
  /** Names and ids that are one person. */
  readonly same?: readonly Pair[];
  /** The digests of scorecards that are in no chain, and can be amended all the same. */
  readonly outside?: ReadonlySet<string>;
  /** Whether something says that it was sealed here, and not brought from elsewhere. */
  isOfHere(link: Link): boolean;
}

/** The end of a chain, and what lies behind it. */
export interface Head {
  readonly digest: string;
  /** `undefined` where all that is left of the chain is that it was erased. */
  readonly interviewer: Person | undefined;
  /** Its own seal and those behind it. */
  readonly sealed: number;
  /** How many of those are gone because they were erased. */
  readonly erased: number;
  /** When the first of them that is known was sealed. */
  readonly since: string | undefined;
}

/** What a walk along the chains came upon. */
export type ChainFinding =
  /** A link names a seal before it that nothing else knows of. */
  | { readonly type: 'gap'; readonly link: Link; readonly digest: string }
  /** The same of a link that was not sealed here: what is before it may be where it came from. */
  | { readonly type: 'stranger'; readonly link: Link; readonly digest: string }
  /** The log says that it was sealed, and not that it was erased. */
  | { readonly type: 'gone'; readonly digest: string; readonly by: Person; readonly at: string }
  | { readonly type: 'unamended'; readonly link: Link; readonly digest: string }
  /** It follows a seal of somebody else. */
  | { readonly type: 'foreign'; readonly link: Link; readonly before: Person }
  /** Several seals of a person follow the same one: they were set at once, or on two machines. */
  | { readonly type: 'fork'; readonly links: readonly Link[]; readonly digest: string | undefined };

export interface Chains {
  /** By interviewer, then by age. */
  readonly heads: readonly Head[];
  readonly findings: readonly ChainFinding[];
}

interface Node {
  readonly digest: string;
  readonly previous: string | undefined;
  readonly interviewer: Person | undefined;
  readonly at: string | undefined;
  readonly link: Link | undefined;
  readonly isErased: boolean;
}

/** Follows each interviewer's chain of seals through scorecards and the log; the order of either doesn't matter. */
export function walkChains(seals: Seals, around: Surroundings): Chains {
  const nodes = nodesOf(seals);
  const people = createPeople(
    [...nodes.values()].flatMap(({ interviewer }) => interviewer ?? []),
    around.same,
  );
  const keyOf = (person: Person) => people.keyOf(person) ?? `? ${people.nameOf(person)}`;
  return {
    heads: headsOfAll(nodes, keyOf),
    findings: [
      ...[...nodes.values()].flatMap((node) => linkFindings(node, { ...around, nodes, people })),
      ...forks(
        [...nodes.values()].flatMap(({ link }) => link ?? []),
        keyOf,
      ),
    ],
  };
}

/** What is behind a digest that somebody kept, and what of it is gone. */
export interface KeptHead extends Head {
  readonly missing: readonly string[];
}

export function walkBack(digest: string, seals: Seals): KeptHead {
  const { way, missing } = wayBack(digest, nodesOf(seals));
  return { ...headOf(digest, way), missing };
}

/** In the order of their digests, so that nothing depends on that of the files. */
function nodesOf({ links, logged }: Seals): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  for (const { digest, previous, sealed, isErased } of logged) {
    nodes.set(digest, { digest, previous, interviewer: sealed?.by, at: sealed?.at, link: undefined, isErased });
  }
  // Of two copies of a scorecard, the same one each time.
  for (const link of [...links].sort((a, b) => (a.file < b.file ? 1 : -1))) {
    const { digest, previous, interviewer, at } = link;
    nodes.set(digest, { digest, previous, interviewer, at, link, isErased: false });
  }
  return new Map([...nodes].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function headsOfAll(nodes: ReadonlyMap<string, Node>, keyOf: (person: Person) => string): readonly Head[] {
  const followed = new Set([...nodes.values()].map(({ previous }) => previous));
  const ends = [...nodes.values()].filter(({ digest, link, isErased }) => !followed.has(digest) && (link || isErased));
  return ends
    .map(({ digest, at = '' }) => ({ at, head: headOf(digest, wayBack(digest, nodes).way) }))
    .map(({ at, head }) => ({ head, key: [head.interviewer ? keyOf(head.interviewer) : '', instant(at), head.digest] }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ head }) => head);
}

function instant(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? '' : new Date(time).toISOString();
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((part, position) => part !== b[position]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

interface Way {
  /** What is there or was erased, from the head backwards. */
  readonly way: readonly Node[];
  readonly missing: readonly string[];
}

function wayBack(head: string, nodes: ReadonlyMap<string, Node>): Way {
  const way: Node[] = [];
  const missing: string[] = [];
  const seen = new Set<string>();
  // Digests can't form a circle, but what somebody wrote into a file can.
  for (let digest: string | undefined = head; digest !== undefined && !seen.has(digest); ) {
    seen.add(digest);
    const node = nodes.get(digest);
    if (node && (node.link || node.isErased)) way.push(node);
    else missing.push(digest);
    digest = node?.previous;
  }
  return { way, missing };
}

function headOf(digest: string, way: readonly Node[]): Head {
  const times = way.flatMap(({ at }) => at ?? []);
  return {
    digest,
    // An erased one may be known by those before it alone.
    interviewer: way.find(({ interviewer }) => interviewer)?.interviewer,
    sealed: way.length,
    erased: way.filter(({ isErased }) => isErased).length,
    since: times.reduce<string | undefined>(
      (first, at) => (first !== undefined && Date.parse(first) <= Date.parse(at) ? first : at),
      undefined,
    ),
  };
}

interface Known extends Surroundings {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly people: People;
}

function linkFindings(
  { digest, link, interviewer, at, isErased }: Node,
  { nodes, people, outside, isOfHere }: Known,
): readonly ChainFinding[] {
  if (!link) return isErased || !interviewer || !at ? [] : [{ type: 'gone', digest, by: interviewer, at }];
  const { previous, amends } = link;
  const before = previous === undefined ? undefined : nodes.get(previous);
  const findings: ChainFinding[] = [];
  if (previous !== undefined && !before) {
    findings.push({ type: isOfHere(link) ? 'gap' : 'stranger', link, digest: previous });
  }
  if (before?.interviewer && !people.isSame(before.interviewer, link.interviewer)) {
    findings.push({ type: 'foreign', link, before: before.interviewer });
  }
  if (amends !== undefined && !nodes.has(amends) && !outside?.has(amends))
    findings.push({ type: 'unamended', link, digest: amends });
  return findings;
}

function forks(links: readonly Link[], keyOf: (person: Person) => string): readonly ChainFinding[] {
  const followers = new Map<string, Link[]>();
  for (const link of links) {
    put(followers, JSON.stringify([keyOf(link.interviewer), link.previous ?? '']), link);
  }
  return [...followers.values()]
    .filter((several) => several.length > 1)
    .map((several) => ({
      type: 'fork',
      links: several.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.digest < b.digest ? -1 : 1)),
      digest: several[0]?.previous,
    }));
}

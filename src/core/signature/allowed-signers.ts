/** Whose key is whose: a line of an `allowed_signers` file (see ssh-keygen(1), ALLOWED SIGNERS). */
export interface AllowedSigner {
  /** As they stand, patterns separated by commas. */
  readonly principals: string;
  /** The key, base64. */
  readonly key: string;
  readonly isAuthority: boolean;
  /** Patterns of what it may sign; `undefined`: anything. */
  readonly namespaces: string | undefined;
  /** `YYYYMMDD` or `YYYYMMDDHHMM[SS]`, with Z in UTC, else local time. */
  readonly validAfter: string | undefined;
  readonly validBefore: string | undefined;
  /** 1-based. */
  readonly line: number;
}

export interface AllowedSigners {
  readonly signers: readonly AllowedSigner[];
  /** Lines that say nothing; they count for nobody. */
  readonly badLines: readonly number[];
}

const LINE =
  /^(?:"([^"]*)"|([^\s"]\S*))\s+(?:((?:[^\s"]|"[^"]*")+)\s+)?([a-z][a-z0-9@.-]*)\s+([A-Za-z0-9+/]+=*)(?:\s.*)?$/;
const KEY_TYPE = /^(ssh-|ecdsa-|sk-)/;

export function parseAllowedSigners(text: string): AllowedSigners {
  const lines = text.split(/\r?\n/).map((line, at) => ({ text: line.trim(), number: at + 1 }));
  const told = lines.filter((line) => line.text !== '' && !line.text.startsWith('#'));
  const parsed = told.map((line) => parseLine(line.text, line.number));
  return {
    signers: parsed.filter((signer) => signer !== undefined),
    badLines: told.filter((_line, at) => parsed[at] === undefined).map(({ number }) => number),
  };
}

function parseLine(text: string, line: number): AllowedSigner | undefined {
  const [, quoted, bare, options = '', type = '', key = ''] = LINE.exec(text) ?? [];
  const principals = quoted ?? bare;
  if (principals === undefined || !KEY_TYPE.test(type)) return undefined;
  const values = parseOptions(options);
  return values && { principals, key, line, ...values };
}

type Options = Omit<AllowedSigner, 'principals' | 'key' | 'line'>;

/** `undefined` where one isn't known: it might be a restriction. */
function parseOptions(text: string): Options | undefined {
  const options = new Map<string, string>();
  for (const option of text.match(/(?:[^,"]|"[^"]*")+/g) ?? []) {
    const [, name = '', quoted, bare] = /^([a-z-]+)(?:=(?:"([^"]*)"|([^"]*)))?$/i.exec(option) ?? [];
    options.set(name.toLowerCase(), quoted ?? bare ?? '');
  }
  const known = ['cert-authority', 'namespaces', 'valid-after', 'valid-before'];
  if ([...options.keys()].some((name) => !known.includes(name))) return undefined;
  const [validAfter, validBefore] = [options.get('valid-after'), options.get('valid-before')];
  if ([validAfter, validBefore].some((time) => time !== undefined && timeOf(time) === undefined)) return undefined;
  return { isAuthority: options.has('cert-authority'), namespaces: options.get('namespaces'), validAfter, validBefore };
}

/** Milliseconds since the epoch; `undefined` for what is not a time. */
export function timeOf(text: string): number | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0', zone] =
    /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?(Z?)$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [y, m, d, h, min, s] = parts;
  if (m < 1 || m > 12 || d < 1 || d > 31 || h > 23 || min > 59 || s > 59) return undefined;
  return zone === 'Z' ? Date.UTC(y, m - 1, d, h, min, s) : new Date(y, m - 1, d, h, min, s).getTime();
}

/** Whether a list of patterns takes the name: `*` and `?` stand for any signs, and a match after `!` excludes it. */
export function matchesPatterns(patterns: string, name: string): boolean {
  const all = patterns.split(',').map((pattern) => pattern.trim());
  const takes = (pattern: string) => matchesPattern(pattern, name);
  if (all.some((pattern) => pattern.startsWith('!') && takes(pattern.slice(1)))) return false;
  return all.some((pattern) => !pattern.startsWith('!') && takes(pattern));
}

/** Goes back to the last `*` alone, so that the work stays bounded whatever the pattern. */
function matchesPattern(pattern: string, name: string): boolean {
  let [at, from, star, resume] = [0, 0, -1, 0];
  while (from < name.length) {
    if (pattern[at] === '*') {
      star = at;
      resume = from;
      at += 1;
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[from])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      from = resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

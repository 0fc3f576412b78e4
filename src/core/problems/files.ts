/** What keeps a file, or a line of it, from being read. */
export const FILE_WORDS = {
  /** The reason is the system's, or that of the journal. */
  unreadable: ({ reason }: { reason: string }) => reason,
  'not-a-file': () => 'is not a regular file, so it is not opened',
  'too-large': ({ what, most }: { what: 'file' | 'line'; most: number }) =>
    `the ${what} has more than ${most / MIB} MiB, more than is read`,
  'too-many-tokens': ({ most }: { most: number }) => `the file has more than ${most} keys, values and marks`,
  'not-utf8': ({ what }: { what: 'file' | 'line' | 'row' }) => `the ${what} is not UTF-8; ${SAVE[what]}`,
  json: ({ what, reason }: { what: 'file' | 'line'; reason: string }) => `the ${what} is not JSON: ${reason}`,
  empty: () => 'the file is empty',
  'several-documents': () => 'the file holds more than one document; keep one',
  'too-deep': ({ most }: { most: number }) => `nested deeper than ${most} levels`,
  alias: ({ name }: { name: string }) =>
    `the alias *${name} is not read; write the text out, or quote it where it is one`,
  tag: ({ tag }: { tag: string }) => `the tag ${tag} is not read; remove it, or quote the text that begins with it`,
  anchor: ({ name }: { name: string }) => `text that begins with "&" needs quotes: &${name} is no part of the text`,
  'duplicate-key': ({ key, isRead = false }: { key: string; isRead?: boolean }) =>
    `the key "${key}" appears twice${isRead ? '; other programs may read the other one' : ' in this map'}`,
} satisfies Record<string, (about: never) => string>;

const MIB = 1024 * 1024;

const SAVE = {
  file: 'save it as UTF-8',
  line: 'save the file as UTF-8',
  row: 'save the file as UTF-8, or pass its encoding, such as --encoding windows-1252',
} as const;

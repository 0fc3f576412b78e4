import { Option } from 'commander';

/** Options that several commands take, each in one wording. */

export function storeOption(): Option {
  return new Option('--store <dir>', 'where scorecards are kept (default: $SCORECARD_STORE, then ./scorecards)');
}

export function unblindOption(): Option {
  return new Option(
    '--unblind',
    "show other interviewers' ratings before you may see them; your scorecard will say so",
  );
}

export function asOption(): Option {
  return new Option('--as <interviewer>', 'who you are (default: $SCORECARD_INTERVIEWER, then git, then your login)');
}

export function sameOption(): Option {
  return repeatable('--same <names>', 'two names or ids that are one person, as "A=B"; kept in the store (repeatable)');
}

export function mapFileOption(): Option {
  return new Option('--map-file <file>', 'a YAML file that says how the table is read: columns, values, dates');
}

export function writeMapOption(): Option {
  return new Option('--write-map <file>', 'write what was understood of the table to a file for --map-file');
}

export function valueOption(): Option {
  return repeatable(
    '--value <text=meaning>',
    'what a text in a cell means; Column:text=meaning for one column alone (repeatable)',
  );
}

/** The first format is what comes without `-f`, unless the ending of `-o` says otherwise. */
export function formatOption(formats: readonly [string, ...string[]]): Option {
  const usual = `how to show it (default: by the ending of -o, else ${formats[0]})`;
  return new Option('-f, --format <format>', usual).choices(formats);
}

/** For a command that writes to stdout alone. */
export function screenFormatOption(formats: readonly [string, ...string[]], description = 'how to show it'): Option {
  return new Option('-f, --format <format>', description).choices(formats).default(formats[0]);
}

export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to a file instead of stdout');
}

export function openOption(): Option {
  return new Option('--open', 'show it as a page in the browser');
}

export function bomOption(): Option {
  return new Option('--bom', 'with CSV: begin it with a byte order mark, for spreadsheets');
}

export function forceOption(): Option {
  return new Option('--force', 'replace the file if it exists');
}

/** An option that may be given several times. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((value: string, earlier: readonly string[] = []) => [
    ...earlier,
    value,
  ]);
}

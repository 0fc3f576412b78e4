import { Option } from 'commander';

/** Options that several commands take, each in one wording. */

export function storeOption(): Option {
  return new Option('--store <dir>', 'where scorecards are kept (default: $SCORECARD_STORE, then ./scorecards)');
}

export function unblindOption(): Option {
  return new Option(
    '--unblind',
    "show other interviewers' ratings while your own draft is open; your scorecard will say so",
  );
}

/** `usual` is what comes without `-f`, unless the ending of `-o` says otherwise. */
export function formatOption(formats: readonly string[], usual: string): Option {
  return new Option('-f, --format <format>', `how to show it (default: by the ending of -o, else ${usual})`).choices(
    formats,
  );
}

export function outputOption(): Option {
  return new Option('-o, --output <file>', 'write to a file instead of stdout');
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

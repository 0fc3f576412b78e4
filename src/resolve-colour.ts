/**
 * One decision on colour for every library: `--no-color`, `--color`, then a non-empty NO_COLOR, then FORCE_COLOR, then
 * CLICOLOR_FORCE and CLICOLOR=0; after that each stream's own terminal decides. chalk and Node read these variables
 * differently, so they are set or deleted here.
 */
export function resolveColour(args: readonly string[], env: Record<string, string | undefined>): void {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const wants = options.includes('--no-color') ? false : options.includes('--color') ? true : undefined;
  if (wants === true) {
    delete env.NO_COLOR;
    env.FORCE_COLOR = '1';
  } else if (wants === false || env.NO_COLOR) {
    env.NO_COLOR = '1';
    delete env.FORCE_COLOR;
  } else {
    delete env.NO_COLOR;
    if (env.FORCE_COLOR) return;
    if (env.CLICOLOR_FORCE && env.CLICOLOR_FORCE !== '0') env.FORCE_COLOR = '1';
    else if (env.CLICOLOR === '0') env.NO_COLOR = '1';
  }
}

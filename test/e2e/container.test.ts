import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../support/fake-host.js';
import { BIN } from '../support/program.js';
import { SMALL_RUBRIC } from '../support/rubrics.js';

/** What a container is to its processes: numbers and a host name of its own. */
const CONTAINER = ['--pid', '--fork', '--kill-child', '--uts', '--mount-proc', 'sh', '-c'];
const isPossible = spawnSync('unshare', [...CONTAINER, 'hostname a && flock --help']).status === 0;

const NAMED = '--role ./small.yaml --candidate "Ada Example" --interviewer "R. Panel"';

function inContainer(name: string, args: string, cwd: string): ChildProcess {
  const line = `hostname ${name}; exec ${process.execPath} ${BIN} interview --plain ${args}`;
  const child = spawn('unshare', [...CONTAINER, line], { cwd });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

async function says(child: ChildProcess, text: string): Promise<void> {
  let told = '';
  for await (const chunk of child.stderr ?? []) {
    told += chunk;
    if (told.includes(text)) return;
  }
  throw new Error(`it did not say ${text}: ${told}`);
}

test.skipIf(!isPossible)('a container that ended leaves its draft to the next, and a living one keeps it', async () => {
  const cwd = temporaryFolder();
  writeFileSync(join(cwd, 'small.yaml'), SMALL_RUBRIC);
  const first = inContainer('first', NAMED, cwd);
  first.stdin?.write('said so\n');
  await says(first, 'noted on');

  const second = inContainer('second', '--resume ada', cwd);
  await says(second, 'is open in another terminal');

  first.kill('SIGKILL');
  await once(first, 'close');
  const third = inContainer('third', '--resume ada', cwd);
  third.stdin?.end('/quit\n');
  await says(third, 'Draft saved');
});

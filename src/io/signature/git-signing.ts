import { spawnSync } from 'node:child_process';
import type { Host } from '../system/host.js';

/** How the user signs with git already; each is `undefined` where it isn't set. */
export interface GitSigning {
  /** A file, or a public key as text. Only where git signs with SSH. */
  readonly key: string | undefined;
  readonly allowedSigners: string | undefined;
}

/** git's own settings, for the working folder. Where there is no git, nothing is set. */
export function readGitSigning({ cwd, env }: Pick<Host, 'cwd' | 'env'>): GitSigning {
  const wanted = '^(gpg\\.format|user\\.signingkey|gpg\\.ssh\\.allowedsignersfile)$';
  const { stdout } = spawnSync('git', ['config', '--null', '--get-regexp', wanted], {
    ...{ cwd, env, timeout: 2000, encoding: 'utf8' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const entries = (stdout ?? '').split('\0').filter((entry) => entry.includes('\n'));
  // Of a key that is set twice, the last one counts.
  const settings = new Map(entries.map((entry) => splitAt(entry, entry.indexOf('\n'))));
  const inHome = (path: string | undefined) => path?.replace(/^~(?=\/)/, env.HOME ?? '~');
  return {
    key: settings.get('gpg.format') === 'ssh' ? inHome(settings.get('user.signingkey')) : undefined,
    allowedSigners: inHome(settings.get('gpg.ssh.allowedsignersfile')),
  };
}

function splitAt(text: string, position: number): readonly [string, string] {
  return [text.slice(0, position), text.slice(position + 1)];
}

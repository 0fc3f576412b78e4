import { spawnSync } from 'node:child_process';

/**
 * Locks an open file as the kernel does it (flock(2)), until it is closed or the process ends, however it ends. Node
 * has no call for that: the program flock(1) locks the description that it inherits, which stays open here. `undefined`
 * where there is no such program, or the file system has no locks.
 */
export function lockOpenFile(file: number): 'locked' | 'held-by-another' | undefined {
  const { status } = spawnSync('flock', ['-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', file] });
  if (status === 0) return 'locked';
  return status === 1 ? 'held-by-another' : undefined;
}

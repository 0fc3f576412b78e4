import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import process from 'node:process';
import { systemCode } from '../../errors.js';

/**
 * What tells a process from all others, and from those that get its number later. Absent where the system doesn't
 * tell.
 */
export interface ProcessName {
  readonly pid: number;
  readonly host: string;
  /** When the process began, in the system's own units. */
  readonly began?: string;
  /** One run of one machine's system; its containers share it. */
  readonly boot?: string;
  /** Where its number counts: each container has numbers of its own. */
  readonly space?: string;
}

/** The numbers of a machine itself, outside all containers (`PROC_PID_INIT_INO` of Linux). */
const OUTERMOST = 'pid:[4026531836]';

export function thisProcess(): ProcessName {
  const told = { began: beginningOf(process.pid), boot: bootOf(), space: spaceOf() };
  const known = Object.entries(told).filter(([, value]) => value !== undefined);
  return { pid: process.pid, host: hostname(), ...Object.fromEntries(known) };
}

/** Whether others on this machine can't see this process by its number. */
export function isInContainer({ space }: ProcessName): boolean {
  return space !== undefined && !space.startsWith(OUTERMOST);
}

/** `elsewhere`: on this machine, in a container whose processes can't be seen from here. */
export type Life = 'alive' | 'dead' | 'elsewhere' | 'unknown';

export function lifeOf({ pid, host, began, boot, space }: Partial<ProcessName>): Life {
  if (!Number.isSafeInteger(pid) || Number(pid) <= 0) return 'dead';
  const here = thisProcess();
  const isBootTold = boot !== undefined && here.boot !== undefined;
  const isThisBoot = isBootTold && boot === here.boot;
  const isSpaceTold = isThisBoot && space !== undefined && here.space !== undefined;
  // Names of hosts change, and one that a container has is nobody's once it ends: they count where nothing better does.
  if (isSpaceTold ? space !== here.space : host !== here.host) return isSpaceTold ? 'elsewhere' : 'unknown';
  // The machine was started again, and with that everything on it ended.
  if (isBootTold && !isThisBoot) return 'dead';
  return isRunning(Number(pid), began) ? 'alive' : 'dead';
}

function isRunning(pid: number, began: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: alive, and somebody else's.
    if (systemCode(error) !== 'EPERM') return false;
  }
  // The number of a dead process is given to another one in time.
  const now = beginningOf(pid);
  if (now === undefined) return true;
  return began === undefined ? isThisProgram(pid) : began === now;
}

/** For version 0.1, which didn't say when a process began. */
function isThisProgram(pid: number): boolean {
  return read(`/proc/${pid}/cmdline`)?.includes('scorecard') ?? true;
}

/** When a process began, as Linux tells it: field 22, counted behind the name, which may hold anything. */
function beginningOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function bootOf(): string | undefined {
  return read('/proc/sys/kernel/random/boot_id')?.trim();
}

/** Numbers, and the clock by which beginnings are told, may both be a container's own. */
function spaceOf(): string | undefined {
  const numbers = target('/proc/self/ns/pid');
  return numbers === undefined ? undefined : [numbers, target('/proc/self/ns/time') ?? ''].join(' ').trim();
}

function target(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}

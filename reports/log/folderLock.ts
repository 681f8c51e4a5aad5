import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { explainFileFault, faultCode } from '../files/fileError.ts';
import { LogError } from './logError.ts';

/** A process on another machine that has written nothing for so long is taken for dead. Milliseconds. */
const SILENCE = 15 * 60 * 1000;

/** Tells this process from an earlier one that had the same process id. */
const SELF = randomUUID();

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly run: string;
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    if (!('pid' in value && 'host' in value && 'run' in value)) return undefined;
    return { pid: Number(value.pid), host: String(value.host), run: String(value.run) };
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine runs. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return faultCode(fault) === 'EPERM';
  }
}

/** Milliseconds since a file was last written; endless when there is none. */
function silence(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? Number.POSITIVE_INFINITY : Date.now() - stats.mtimeMs;
}

/** Whether the process that wrote a lock still writes the log beside it. */
function isHeld(lock: string, log: string, text: string): boolean {
  const holder = parseHolder(text);
  if (holder?.run === SELF) return true;
  if (holder?.host === hostname()) return holder.pid !== process.pid && isAlive(holder.pid);
  return Math.min(silence(lock), silence(log)) < SILENCE;
}

/** Takes away a lock whose holder is dead, unless another process has just done so and taken it. */
function breakLock(lock: string, seen: string): void {
  const aside = `${lock}.${SELF}`;
  renameSync(lock, aside);
  try {
    if (readFileSync(aside, 'utf8') !== seen) linkSync(aside, lock);
  } finally {
    rmSync(aside, { force: true });
  }
}

function inUse(log: string, lock: string): LogError {
  return new LogError(
    log,
    'is being written by another run',
    `Give each run its own folder with --out; if no other run is going on, delete ${lock}.`,
  );
}

/**
 * Holds a folder for one run, so that two runs at once do not write one log. A lock that a dead process left behind
 * (`kill -9`) is taken over. Returns what releases it. Throws `LogError` when another run holds it.
 */
export function lockFolder(log: string): () => void {
  const lock = `${log}.lock`;
  const holder: Holder = { pid: process.pid, host: hostname(), run: SELF };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(lock, JSON.stringify(holder), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (fault) {
      if (faultCode(fault) !== 'EEXIST') throw cannotLock(log, fault);
    }
    try {
      const text = readFileSync(lock, 'utf8');
      if (isHeld(lock, log, text)) throw inUse(log, lock);
      breakLock(lock, text);
    } catch (fault) {
      // The other process has released or taken it in between: look again.
      if (!['ENOENT', 'EEXIST'].includes(faultCode(fault))) throw fault;
    }
  }
  throw inUse(log, lock);
}

function cannotLock(log: string, fault: unknown): LogError {
  return new LogError(
    log,
    `cannot be written: ${explainFileFault(fault)}`,
    'Make room or permit it, or choose another folder with --out.',
    { cause: fault },
  );
}

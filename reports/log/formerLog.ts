import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { LogError } from './logError.ts';

/** How every log begins: the writer puts `type` first. */
const BEGINNING = Buffer.from('{"type":"header"');

/** Whether a file is a log of this program, or empty as a run killed at once leaves it. */
function isLog(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(BEGINNING.length);
    const read = readSync(file, head, 0, head.length, 0);
    return read === 0 || head.equals(BEGINNING);
  } finally {
    closeSync(file);
  }
}

function refuseForeign(path: string): void {
  if (!existsSync(path) || isLog(path)) return;
  throw new LogError(
    path,
    'exists and is no log of keyvault-conformance, so it is left alone',
    'Move it away, or choose another folder with --out.',
  );
}

/**
 * Sets the log of the run before aside as `previous`, replacing the one that stood there; an empty one, of a run that
 * was killed at once, replaces nothing. Throws `LogError` when either name holds something that this program did not
 * write.
 */
export function setFormerLogAside(log: string, previous: string): void {
  refuseForeign(log);
  refuseForeign(previous);
  if (!existsSync(log)) return;
  if (statSync(log).size === 0) rmSync(log);
  else renameSync(log, previous);
}

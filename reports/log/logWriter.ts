import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../model/event.ts';
import { explainFileFault } from '../files/fileError.ts';
import { makeFolder } from '../files/makeFolder.ts';
import { jsonText } from '../json/jsonText.ts';
import { lockFolder } from './folderLock.ts';
import { setFormerLogAside } from './formerLog.ts';
import { LogError } from './logError.ts';

/** The name of a run's log in its report folder. */
export const LOG_NAME = 'run.jsonl';

/** The name under which the log of the run before is kept. */
const PREVIOUS_LOG_NAME = 'run.previous.jsonl';

function cannotWrite(path: string, fault: unknown): LogError {
  if (fault instanceof LogError) return fault;
  return new LogError(
    path,
    `cannot be written: ${explainFileFault(fault)}`,
    'Make room or permit it, or choose another folder with --out.',
    { cause: fault },
  );
}

/**
 * Writes a run's log, one event per line. Every event has left the process when `append` returns, so that a killed run
 * loses nothing. One run at a time may write into a folder: a second one is refused while the first is going on. The
 * log of the run before is kept as `run.previous.jsonl`.
 */
export class LogWriter {
  /** Where the log is. */
  readonly path: string;
  readonly #release: () => void;
  readonly #file: number;
  #closed = false;
  #fault: LogError | undefined;

  /** Makes the folder and opens an empty log in it. Throws `LogError`. */
  constructor(folder: string) {
    this.path = join(folder, LOG_NAME);
    try {
      makeFolder(folder);
    } catch (fault) {
      throw cannotWrite(folder, fault);
    }
    this.#release = lockFolder(this.path);
    try {
      setFormerLogAside(this.path, join(folder, PREVIOUS_LOG_NAME));
      this.#file = openSync(this.path, 'wx');
    } catch (fault) {
      this.#release();
      throw cannotWrite(this.path, fault);
    }
  }

  /** Writes one event. Throws `LogError`; after that, nothing more can be written. */
  append(event: RunEvent): void {
    if (this.#fault !== undefined) throw this.#fault;
    if (this.#closed) throw new LogError(this.path, 'is closed', 'Append before closing.');
    const { type, ...rest } = event;
    const line = Buffer.from(`${jsonText({ type, ...rest })}\n`);
    try {
      for (let done = 0; done < line.length; ) done += writeSync(this.#file, line, done);
    } catch (fault) {
      this.#fault = cannotWrite(this.path, fault);
      throw this.#fault;
    }
  }

  /** Closes the log and lets other runs use the folder. Throws `LogError` when it is gone. Safe to call again. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    try {
      if (this.#fault === undefined) fsyncSync(this.#file);
    } catch (fault) {
      throw cannotWrite(this.path, fault);
    } finally {
      closeSync(this.#file);
      this.#release();
    }
    if (this.#fault === undefined && !existsSync(this.path)) {
      throw new LogError(this.path, 'was removed while the run went on', 'Leave it until the run has ended.');
    }
  }
}

import { createHash } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';

/** The first line of a state file; the state itself is the rest, so that the digest can be taken of its very bytes. */
interface Header {
  readonly format: typeof FORMAT;
  readonly sha256: string;
}

const FORMAT = 'keyvault-conformance emulator state 1';

/** Keeps JSON in a file that is always whole: written beside it, then put in its place. Only its owner may read it. */
export class StateFile {
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** What was saved last; undefined when there is no file. Throws an error that names the file when it is damaged or cannot be read. */
  async load(): Promise<unknown> {
    const text = await this.#read();
    if (text === undefined) return undefined;
    const end = text.indexOf('\n');
    const state = text.slice(end + 1);
    if (readHeader(text.slice(0, Math.max(end, 0)))?.sha256 !== digest(state)) throw this.#damaged();
    const value: unknown = JSON.parse(state);
    return value;
  }

  /**
   * Resolves when a state taken after this call is on disk. Calls that come while the file is being written share the next writing.
   * @param state gives what to save, at the moment of writing.
   */
  save(state: () => unknown): Promise<void> {
    this.#waiting ??= this.#writing
      .catch(() => undefined)
      .then(() => {
        this.#waiting = undefined;
        this.#writing = this.#write(JSON.stringify(state()));
        return this.#writing;
      });
    return this.#waiting;
  }

  async #read(): Promise<string | undefined> {
    try {
      return await readFile(this.#path, 'utf8');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw new Error(`The state file ${this.#path} cannot be read (${errorCode(error)}).`, { cause: error });
    }
  }

  async #write(state: string): Promise<void> {
    const draft = `${this.#path}.draft`;
    const header: Header = { format: FORMAT, sha256: digest(state) };
    try {
      const file = await open(draft, 'w', 0o600);
      try {
        await file.writeFile(`${JSON.stringify(header)}\n${state}`);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, this.#path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw new Error(`The state file ${this.#path} cannot be written (${errorCode(error)}).`, {
        cause: error,
      });
    }
  }

  #damaged(): Error {
    return new Error(
      `The state file ${this.#path} is damaged, or is no state file of this emulator. Put a good copy in its place, or move it away to start with empty vaults.`,
    );
  }
}

function readHeader(line: string): Header | undefined {
  try {
    const header: unknown = JSON.parse(line);
    if (typeof header !== 'object' || header === null) return undefined;
    const { format, sha256 }: Partial<Record<string, unknown>> = { ...header };
    return format === FORMAT && typeof sha256 === 'string' ? { format, sha256 } : undefined;
  } catch {
    return undefined;
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}

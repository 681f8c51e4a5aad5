import { randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { explainFileFault, FileError } from './fileError.ts';
import { makeFolder } from './makeFolder.ts';

/**
 * Writes a file as a whole: readers see the old text or the new one, never a part, also after a crash.
 * Makes the folder it stands in. `mode` are the permissions, `0o666` before the umask unless given.
 * Throws `FileError` when the file cannot be written; nothing is left behind then.
 */
export function writeWhole(path: string, text: string, mode = 0o666): void {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    makeFolder(dirname(path));
    writeFileSync(draft, text, { flag: 'wx', mode });
    renameSync(draft, path);
  } catch (fault) {
    removeQuietly(draft);
    throw new FileError(
      path,
      `cannot be written: ${explainFileFault(fault)}`,
      'Make room or permit it, or choose another folder with --out.',
      { cause: fault },
    );
  }
}

/** Removes a draft where there is one; what made writing fail is told already, and may make this fail too. */
function removeQuietly(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    return;
  }
}

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { faultCode } from './fileError.ts';

/**
 * Makes a folder and those it stands in, where they are missing. Node's own recursive `mkdirSync` never ends on file
 * systems that refuse new folders with `ENOENT`, as `/proc` does.
 * Throws what the file system says; `ENOTDIR` when a file has the name.
 */
export function makeFolder(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return;
  if (found) throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR' });
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (fault) {
    // Another process may have made it in between.
    if (faultCode(fault) !== 'EEXIST' || !statSync(path).isDirectory()) throw fault;
  }
}

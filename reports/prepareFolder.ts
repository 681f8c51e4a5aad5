import { accessSync, constants } from 'node:fs';
import { explainFileFault, FileError } from './files/fileError.ts';
import { makeFolder } from './files/makeFolder.ts';
import { removeFormerReports } from './removeFormerReports.ts';

/**
 * Makes a folder ready for reports that are written later: it is there, it can be written into, and no report of an
 * earlier run stands in it. Throws `FileError`, so that nothing long begins that could not be kept.
 */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
  } catch (fault) {
    throw new FileError(
      folder,
      `cannot be written: ${explainFileFault(fault)}`,
      'Permit it, or choose another folder with --out.',
      { cause: fault },
    );
  }
  removeFormerReports(folder);
}

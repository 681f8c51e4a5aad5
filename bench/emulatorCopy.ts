import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fault } from './faults/fault.ts';
import { EMULATOR, patchedFiles } from './patchedFiles.ts';

/** The emulator's source in a folder of its own, where it can be changed. */
export interface EmulatorCopy {
  /** The folder that holds `startEmulator.ts`. */
  readonly folder: string;
  /** Deletes it. */
  remove(): void;
}

/** What an emulator does without. */
const LEFT_OUT = /\.test\.ts$|[\\/](testing|clients)$/;

/**
 * Copies the emulator of this package, with a fault put in or as it is.
 * @throws Error that names the fault, the file and the text when the source has changed so that it no longer applies
 */
export function copyEmulator(fault?: Fault): EmulatorCopy {
  const files = fault ? patchedFiles(fault) : new Map<string, string>();
  const home = mkdtempSync(join(tmpdir(), 'keyvault-conformance-bench-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const folder = join(home, 'emulator');
    cpSync(EMULATOR, folder, { recursive: true, filter: (path) => !LEFT_OUT.test(path) });
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }\n');
    symlinkSync(join(EMULATOR, '..', '..', 'node_modules'), join(home, 'node_modules'), 'junction');
    for (const [file, source] of files) writeFileSync(join(folder, file), source);
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

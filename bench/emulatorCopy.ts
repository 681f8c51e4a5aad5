import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, Patch } from './faults/fault.ts';

/** The emulator's source in a folder of its own, where it can be changed. */
export interface EmulatorCopy {
  /** The folder that holds `startEmulator.ts`. */
  readonly folder: string;
  /** Deletes it. */
  remove(): void;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Copies the emulator of this package, with a fault put in or as it is.
 * @throws Error that names the fault, the file and the text when the source has changed so that it no longer applies
 */
export function copyEmulator(fault?: Fault): EmulatorCopy {
  const home = mkdtempSync(join(tmpdir(), 'keyvault-conformance-bench-'));
  const remove = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const folder = join(home, 'emulator');
    cpSync(join(ROOT, 'adapters', 'emulator'), folder, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "type": "module" }\n');
    symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'), 'junction');
    for (const patch of fault?.patches ?? []) apply(patch, folder, fault?.id ?? '');
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function apply({ file, find, replace }: Patch, folder: string, id: string): void {
  const path = join(folder, file);
  const source = readSource(path, file, id);
  const times = source.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `fault ${id} no longer applies: adapters/emulator/${file} has ${times === 0 ? 'no' : times} places with "${find}". Put the fault in where the emulator does this now.`,
    );
  }
  // A function, because "$&" in a replacement text would be read as a pattern.
  writeFileSync(
    path,
    source.replace(find, () => replace),
  );
}

function readSource(path: string, file: string, id: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`fault ${id} no longer applies: there is no adapters/emulator/${file}.`, {
      cause: error,
    });
  }
}

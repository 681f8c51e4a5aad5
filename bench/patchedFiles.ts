import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault, Patch } from './faults/fault.ts';

/** The folder of the emulator of this package. */
export const EMULATOR: string = fileURLToPath(new URL('../adapters/emulator', import.meta.url));

/**
 * The files of the emulator that a fault changes, by their path in its folder, as they are with it.
 * @throws Error that names the fault, the file and the text when the source has changed so that it no longer applies
 */
export function patchedFiles({ id, patches }: Fault): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const patch of patches) {
    const { file } = patch;
    files.set(file, patched(files.get(file) ?? readSource(file, id), patch, id));
  }
  return files;
}

function patched(source: string, { file, find, replace }: Patch, id: string): string {
  const times = source.split(find).length - 1;
  if (times !== 1) {
    throw new Error(
      `fault ${id} no longer applies: adapters/emulator/${file} has ${times === 0 ? 'no' : times} places with "${find}". Put the fault in where the emulator does this now.`,
    );
  }
  // A function, because "$&" in a replacement text would be read as a pattern.
  return source.replace(find, () => replace);
}

function readSource(file: string, id: string): string {
  try {
    return readFileSync(join(EMULATOR, file), 'utf8');
  } catch (error) {
    throw new Error(`fault ${id} no longer applies: there is no adapters/emulator/${file}.`, {
      cause: error,
    });
  }
}

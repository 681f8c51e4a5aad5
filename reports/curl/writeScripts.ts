import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explainFileFault, FileError } from '../files/fileError.ts';
import { writeWhole } from '../files/writeWhole.ts';
import type { RunSummary } from '../fold/runSummary.ts';
import { curlScript } from './curlScript.ts';
import { SCRIPT_MARK } from './introduction.ts';
import type { Samples } from './requestBody.ts';
import { scriptName } from './scriptName.ts';

/** Whether a file is a script that a run wrote; one that cannot be read is not. */
function isScript(path: string): boolean {
  try {
    return readFileSync(path, 'utf8').split('\n')[1] === SCRIPT_MARK;
  } catch {
    return false;
  }
}

/** Removes the scripts of earlier runs, but for those named, which are written again. Throws `FileError`. */
export function removeFormerScripts(folder: string, kept: ReadonlySet<string>): void {
  if (!existsSync(folder)) return;
  try {
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.sh') && !kept.has(name) && isScript(join(folder, name))) rmSync(join(folder, name));
    }
  } catch (fault) {
    throw new FileError(
      folder,
      `cannot be cleared of the scripts of earlier runs: ${explainFileFault(fault)}`,
      'Permit it, or choose another folder with --out.',
      { cause: fault },
    );
  }
}

/**
 * Writes a script for each divergence whose calls are known, and removes those of earlier runs that no divergence has
 * any more. Answers the path of each script by the signature of its divergence. Throws `FileError`.
 * @param samples what stood where the log has a token, as far as it is no secret
 */
export function writeScripts(
  summary: RunSummary,
  folder: string,
  samples: Samples = new Map(),
): ReadonlyMap<string, string> {
  const replayable = summary.divergences.filter(({ sequence }) =>
    sequence.some((row) => row.request !== undefined),
  );
  removeFormerScripts(folder, new Set(replayable.map(scriptName)));
  const paths = new Map<string, string>();
  for (const divergence of replayable) {
    const name = scriptName(divergence);
    const path = join(folder, name);
    writeWhole(path, curlScript(divergence, summary, name, samples), 0o777);
    paths.set(divergence.signature, path);
  }
  return paths;
}

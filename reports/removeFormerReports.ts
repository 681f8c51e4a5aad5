import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeFormerScripts } from './curl/writeScripts.ts';
import { explainFileFault, FileError } from './files/fileError.ts';

/** What tells each report from another program's file of the same name. */
const MARKS: readonly (readonly [string, RegExp])[] = [
  ['report.json', /^\{\s*"format": \d+,\s*"command": "(?:run|check)",\s*"verdict": "/],
  ['junit.xml', /<testsuites name="keyvault-conformance"/],
  ['report.md', /<!-- keyvault-conformance -->\s*$/],
  ['reach.md', /<!-- keyvault-conformance -->\s*$/],
];

/**
 * Removes the reports of an earlier run from a folder, before a new one begins: should that be killed, nobody may take
 * the old reports for its own. Files that other programs wrote are left alone. Throws `FileError`.
 */
export function removeFormerReports(folder: string): void {
  for (const [name, mark] of MARKS) {
    const path = join(folder, name);
    if (!mark.test(textOf(path))) continue;
    try {
      rmSync(path);
    } catch (fault) {
      const problem = `of an earlier run cannot be removed: ${explainFileFault(fault)}`;
      throw new FileError(path, problem, 'Permit it, or choose another folder with --out.', { cause: fault });
    }
  }
  removeFormerScripts(join(folder, 'curl'), new Set());
}

/** A file's text; empty where there is none, or none that can be read. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

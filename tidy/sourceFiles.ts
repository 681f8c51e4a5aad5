import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const TOP = fileURLToPath(new URL('..', import.meta.url));

/** A file of the project. */
export interface SourceFile {
  /** From the top of the checkout, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files that git keeps and those that it would, whose paths match. */
export function sourceFiles(pattern: RegExp): readonly SourceFile[] {
  const listing = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z'];
  const paths = execFileSync('git', listing, { cwd: TOP, encoding: 'utf8' }).split('\0');
  return paths.filter((path) => pattern.test(path)).flatMap((path) => read(path));
}

function read(path: string): readonly SourceFile[] {
  try {
    return [{ path, text: readFileSync(`${TOP}/${path}`, 'utf8') }];
  } catch (error) {
    // Deleted, and not yet so for git.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

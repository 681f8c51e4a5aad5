import { readFile } from 'node:fs/promises';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { UsageError } from '../usageError.ts';

/**
 * Reads the signatures of known divergences: one a line, as reports print them; empty lines and lines that begin with
 * `#` are for people.
 */
export async function readKnown(file: string | undefined): Promise<ReadonlySet<string>> {
  if (file === undefined) return new Set();
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--known ${file} cannot be read: ${explainFileFault(error)}`);
  });
  const lines = text.split('\n').map((line) => line.trim());
  return new Set(lines.filter((line) => line !== '' && !line.startsWith('#')));
}

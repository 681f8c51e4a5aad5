import type { LogEntry } from '../log/logEntry.ts';
import { RunFold } from './runFold.ts';
import type { RunSummary } from './runSummary.ts';

/**
 * Folds a whole log into its summary: the entries of `readLog`, or events in memory. Throws a `TypeError` when the first
 * entry is no header, which `readLog` never lets happen.
 */
export async function foldLog(entries: AsyncIterable<LogEntry> | Iterable<LogEntry>): Promise<RunSummary> {
  let fold: RunFold | undefined;
  for await (const entry of entries) {
    if (fold !== undefined) fold.add(entry);
    else if (entry.type === 'header') fold = new RunFold(entry);
    else throw new TypeError(`A log begins with a header, and this one with ${entry.type}.`);
  }
  if (fold === undefined) throw new TypeError('A log begins with a header, and this one is empty.');
  return fold.summary();
}

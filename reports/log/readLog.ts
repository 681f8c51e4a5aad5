import { type HeaderEvent, LOG_FORMAT } from '../../model/event.ts';
import { fileChunks } from './fileChunks.ts';
import { type Line, splitLines } from './lines.ts';
import type { CutEntry, LogEntry } from './logEntry.ts';
import { LogError } from './logError.ts';
import { parseEvent } from './parseEvent.ts';

const OTHER_FILE = 'Name a run.jsonl that keyvault-conformance wrote, plain or gzipped.';

function isBlank(line: Line): boolean {
  return !line.tooLong && line.bytes.toString('latin1').trim() === '';
}

/** Reads the first line, which says what all the others are. */
function readHeader(path: string, line: Line): HeaderEvent {
  const parsed = parseEvent(line);
  if ('problem' in parsed) {
    const begun = !line.ended && line.bytes.toString('latin1').startsWith('{"type":"header"');
    if (begun) {
      throw new LogError(path, 'ends before its first line does, so nothing can be told from it', OTHER_FILE);
    }
    throw new LogError(
      path,
      `is no log of a run: its first line is no header (${parsed.problem})`,
      OTHER_FILE,
    );
  }
  const { event } = parsed;
  if (event.type !== 'header') {
    throw new LogError(
      path,
      `is no log of a run: its first line is of type ${event.type}, no header`,
      OTHER_FILE,
    );
  }
  if (event.format > LOG_FORMAT) {
    throw new LogError(
      path,
      `has format ${event.format} and this version reads up to ${LOG_FORMAT}`,
      'Install the current version of keyvault-conformance.',
    );
  }
  return event;
}

/** Reads a later line: an event, or where the log is damaged or cut. */
function readEntry(line: Line): LogEntry {
  const parsed = parseEvent(line);
  if ('problem' in parsed) {
    return line.ended
      ? { type: 'damaged', line: line.number, problem: parsed.problem }
      : { type: 'cut', line: line.number, problem: 'the last line is not whole' };
  }
  return parsed.event.type === 'header'
    ? { type: 'damaged', line: line.number, problem: 'it is a second header' }
    : parsed.event;
}

/**
 * Reads a log, plain or gzipped, event by event. The first entry is always the header. What is wrong later is told as
 * entries, so that everything whole is still reported: `damaged` for a line, `cut` as the last entry when the footer
 * is missing. Throws `LogError` when the file cannot be opened or is no log.
 */
export async function* readLog(path: string): AsyncGenerator<LogEntry, void, void> {
  let last: LogEntry | undefined;
  let lines = 0;
  let fault: unknown;
  try {
    for await (const line of splitLines(fileChunks(path))) {
      lines = line.number;
      if (isBlank(line)) continue;
      last = last === undefined ? readHeader(path, line) : readEntry(line);
      yield last;
    }
  } catch (thrown) {
    if (last === undefined) throw thrown;
    fault = thrown;
  }
  if (last === undefined) throw new LogError(path, 'is empty', OTHER_FILE);
  if (fault === undefined && (last.type === 'footer' || last.type === 'cut')) return;
  yield cutAfter(lines, fault);
}

function cutAfter(line: number, fault: unknown): CutEntry {
  if (fault !== undefined && !(fault instanceof LogError)) throw fault;
  const problem = fault === undefined ? 'the footer is missing' : 'the file cannot be read any further';
  return { type: 'cut', line, problem };
}

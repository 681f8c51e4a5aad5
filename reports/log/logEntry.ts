import type { RunEvent } from '../../model/event.ts';

/** A line in the middle of a log that holds no event. */
interface DamagedEntry {
  readonly type: 'damaged';
  /** Number of the line, from 1. */
  readonly line: number;
  /** What is wrong with it, in words. */
  readonly problem: string;
}

/** The log ends without its footer: the run was killed, or the file was shortened. */
export interface CutEntry {
  readonly type: 'cut';
  /** Number of the last line that there is, whole or not. */
  readonly line: number;
  /** Where it ends, in words. */
  readonly problem: string;
}

/** What reading a log gives: its events, and where it is not whole. */
export type LogEntry = RunEvent | DamagedEntry | CutEntry;

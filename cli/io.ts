import type { Paint } from '../reports/terminal/paint.ts';
import { paintFor } from '../reports/terminal/paint.ts';

/** Where a command writes: reports to `out`, everything else to `err`. */
export interface Io {
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** Columns that reports are set in: as wide as the terminal, within what reads well. */
export function reportWidth(stream: NodeJS.WriteStream): number {
  return Math.min(110, Math.max(80, stream.columns ?? 100));
}

/** How a stream is painted. */
export function paint(stream: NodeJS.WriteStream): Paint {
  return paintFor(stream);
}

/** Writes one JSON object and nothing else; waits until it is out, however long it is. */
export function writeJson(stream: NodeJS.WriteStream, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(`${JSON.stringify(value)}\n`, (error) => (error ? reject(error) : resolve()));
  });
}

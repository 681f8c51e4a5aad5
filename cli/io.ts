import { explainFileFault, FileError, faultCode } from '../reports/files/fileError.ts';
import { jsonText } from '../reports/json/jsonText.ts';
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

/**
 * Lets the process outlive its output: whoever reads it may have had enough, or its disk may be full. What must be
 * told of that is told by `print`.
 */
export function outlive(stream: NodeJS.WriteStream): void {
  stream.on('error', () => {});
}

/**
 * Writes text and waits until it is out, however long it is. That nobody reads it is no failure.
 * @throws FileError when it cannot be written
 */
export async function print(stream: NodeJS.WriteStream, text: string): Promise<void> {
  const fault = await new Promise<unknown>((resolve) => {
    stream.write(text, (error) => resolve(error ?? undefined));
  });
  if (fault === undefined || ['EPIPE', 'ERR_STREAM_DESTROYED'].includes(faultCode(fault))) return;
  throw new FileError(
    'the standard output',
    `cannot be written: ${explainFileFault(fault)}`,
    'Make room, or send it elsewhere.',
    { cause: fault },
  );
}

/** Writes one JSON object and nothing else. Throws `FileError`. */
export function writeJson(stream: NodeJS.WriteStream, value: unknown): Promise<void> {
  return print(stream, `${jsonText(value)}\n`);
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { constants, createGunzip } from 'node:zlib';
import { explainFileFault } from '../files/fileError.ts';
import { LogError } from './logError.ts';

/** Whether a file begins as gzip does, whatever its name. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a file, unpacked when it is gzip. A gzip file that was cut gives what can be unpacked.
 * Throws `LogError` when the file cannot be read or its gzip data is damaged.
 */
export async function* fileChunks(path: string): AsyncGenerator<Buffer, void, void> {
  try {
    const packed = await isGzip(path);
    const file = createReadStream(path, { highWaterMark: 256 * 1024 });
    if (!packed) {
      yield* file;
      return;
    }
    // A flush that does not ask for the end makes zlib give what a cut file still holds.
    const unpacked = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    file.on('error', (fault) => unpacked.destroy(fault));
    yield* file.pipe(unpacked);
  } catch (fault) {
    const wayOut = 'Check the path, and that the file may be read and is whole.';
    throw new LogError(path, `cannot be read: ${explainFileFault(fault)}`, wayOut, { cause: fault });
  }
}

import { FileError } from '../files/fileError.ts';

/** A log that cannot be written or read: names the path and the way out. */
export class LogError extends FileError {
  override readonly name: string = 'LogError';
}

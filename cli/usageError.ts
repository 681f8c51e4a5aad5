import { FileError } from '../reports/files/fileError.ts';

/** The command line or the config file asks for something that there is not. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Does what a user's choice of a file or folder makes possible.
 * @throws UsageError where `work` throws a `FileError`: another file or folder has to be named
 */
export async function orUsageError<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

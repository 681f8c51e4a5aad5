/** What is wrong with a file or a folder, by Node's error code. */
const PROBLEMS: { readonly [code: string]: string } = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would exceed the greatest size allowed',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something else has that name already',
  EIO: 'the disk reports an input/output error',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links lead in a circle',
};

/** A file or folder that cannot be used: what, why, and the way out, in one message. */
export class FileError extends Error {
  override readonly name: string = 'FileError';
  /** The file or folder, as it was named. */
  readonly path: string;
  /** What the user can do, as one sentence. */
  readonly wayOut: string;

  /** `problem` reads after the path: `cannot be written: the disk is full`. */
  constructor(path: string, problem: string, wayOut: string, options?: ErrorOptions) {
    super(`${path} ${problem}. ${wayOut}`, options);
    this.path = path;
    this.wayOut = wayOut;
  }
}

/** Says in words why the file system refused, from whatever it threw. */
export function explainFileFault(fault: unknown): string {
  return PROBLEMS[faultCode(fault)] ?? (fault instanceof Error ? fault.message : String(fault));
}

/** Node's error code of whatever was thrown (`ENOENT`), or an empty string. */
export function faultCode(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

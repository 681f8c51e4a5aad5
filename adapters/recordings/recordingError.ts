/** A recording that cannot be read. Its message is for people and holds nothing of the recording's contents. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
  /** The file as the caller named it. */
  readonly file: string;
  /** Where in the file: `line 12`, `entry 3`; absent when the file as a whole is meant. */
  readonly place: string | undefined;

  /**
   * @param place Where in the file; undefined for the file as a whole.
   * @param problem What is wrong, as the end of a sentence that begins with the place: `has no status code`.
   * @param remedy What to do about it, as a sentence without its full stop.
   */
  constructor(file: string, place: string | undefined, problem: string, remedy: string) {
    super(`${place === undefined ? file : `${file}, ${place}`}: ${problem}. ${remedy}.`);
    this.file = file;
    this.place = place;
  }
}

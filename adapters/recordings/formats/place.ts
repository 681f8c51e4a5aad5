import { RecordingError } from '../recordingError.ts';
import type { Limits } from './limits.ts';

/** Where a reader is, for its errors, and how much it may read. */
export interface Place {
  /** The file as the caller named it. */
  readonly file: string;
  /** Where in the file: `entry 3`; undefined at the top. */
  readonly at?: string;
  readonly limits: Limits;
}

/** Fails at a place: what is wrong, and what to do about it. */
export function fail(place: Place, problem: string, remedy: string): never {
  throw new RecordingError(place.file, place.at, problem, remedy);
}

/** A place within a place: `line 4` and then `line 4, step 2`. */
export function within(place: Place, at: string): Place {
  return { ...place, at: place.at === undefined ? at : `${place.at}, ${at}` };
}

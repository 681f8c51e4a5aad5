import type { Json, JsonObject } from '../../../model/json.ts';
import { fail, type Place, within } from './place.ts';

const REMEDY = 'Record it again, or leave this entry out';

/** A part of a recording's document that must be an object, and the fields that it must or may have. */
export class Entry {
  readonly place: Place;
  readonly fields: JsonObject;
  readonly #name: string;

  /**
   * @param name What the part is called in errors: `the request`.
   * @throws RecordingError when it is no object.
   */
  constructor(value: Json | undefined, place: Place, name = 'this') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fail(place, value === undefined ? `${name} is missing` : `${name} is not an object`, REMEDY);
    }
    this.fields = value as JsonObject;
    this.place = place;
    this.#name = name;
  }

  /** The value under the first of these names that is present; recorders do not agree on case. */
  get(...names: readonly string[]): Json | undefined {
    for (const name of names) {
      const value = this.fields[name];
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A text that must be there and not be empty. */
  text(...names: readonly string[]): string {
    const value = this.get(...names);
    if (typeof value !== 'string' || value === '') this.#lacks(names, value, 'a text');
    return value;
  }

  /** An object that must be there. */
  entry(...names: readonly string[]): Entry {
    const value = this.get(...names);
    if (value === undefined || value === null) this.#lacks(names, undefined, 'an object');
    return new Entry(value, this.place, names[0]);
  }

  /** A list that must be there, each member with its place in it: `entry 3`. */
  list(name: string, member: string): { readonly value: Json; readonly place: Place; readonly n: number }[] {
    const value = this.get(name);
    if (!Array.isArray(value)) this.#lacks([name], value, 'a list');
    return members(value, this.place, member);
  }

  /**
   * A status code: undefined for what recorders write when no answer came (0, null).
   * @throws RecordingError when there is nothing under any of the names, or no status code.
   */
  status(...names: readonly string[]): number | undefined {
    const value = this.get(...names);
    if (value === undefined) this.#lacks(names, value, 'a status code');
    return statusOf(value, this.place);
  }

  #lacks(names: readonly string[], value: Json | undefined, kind: string): never {
    const problem = value === undefined ? `has no ${names[0]}` : `has a ${names[0]} that is not ${kind}`;
    fail(this.place, `${this.#name} ${problem}`, REMEDY);
  }
}

/** The members of a list, each with its place in it. */
export function members(
  list: readonly Json[],
  place: Place,
  member: string,
): { readonly value: Json; readonly place: Place; readonly n: number }[] {
  return list.map((value, i) => ({ value, place: within(place, `${member} ${i + 1}`), n: i + 1 }));
}

/** A status code, as a number or in digits; undefined for 0 and null, by which recorders say that no answer came. */
export function statusOf(value: Json, place: Place): number | undefined {
  if (value === null || value === 0 || value === '0') return undefined;
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  if (typeof status === 'number' && Number.isInteger(status) && status >= 100 && status <= 599) return status;
  return fail(place, 'a status code that is none of HTTP', REMEDY);
}

import { type ObjectState, stateAt } from './life.ts';
import type { StoredObject } from './storedObject.ts';

/** An object and where it stands at the instant it was asked for. */
export interface FoundObject<Kept extends StoredObject> {
  readonly object: Kept;
  readonly state: Exclude<ObjectState, 'gone'>;
}

/** A stretch of a collection in the order of its names. */
export interface Stretch<Kept extends StoredObject> {
  readonly found: readonly FoundObject<Kept>[];
  /** Lower-case name at which the next stretch begins; undefined at the end of the collection. */
  readonly next: string | undefined;
}

/** All objects of one kind in one vault, in whatever state, by name. What is gone is forgotten as soon as somebody looks. */
export class Collection<Kept extends StoredObject> {
  readonly #objects = new Map<string, Kept>();
  /** The keys of #objects in ascending order. */
  readonly #names: string[] = [];

  /** The object under `name`, in any spelling; undefined if the name is free at `now`. */
  find(name: string, now: number): FoundObject<Kept> | undefined {
    const key = name.toLowerCase();
    const object = this.#objects.get(key);
    if (object === undefined) return undefined;
    const state = stateAt(object.life, now);
    if (state !== 'gone') return { object, state };
    this.#forget(key);
    return undefined;
  }

  /** Takes in an object whose name is free. */
  add(object: Kept): void {
    const key = object.name.toLowerCase();
    this.#objects.set(key, object);
    this.#names.splice(this.#placeOf(key), 0, key);
  }

  /** Frees the name of an object at once. */
  remove(object: StoredObject): void {
    this.#forget(object.name.toLowerCase());
  }

  /** The next `length` objects by name, in any state, from the lower-case name `from` on. */
  stretch(from: string, length: number, now: number): Stretch<Kept> {
    const found: FoundObject<Kept>[] = [];
    let place = this.#placeOf(from);
    for (let key = this.#names[place]; key !== undefined; key = this.#names[place]) {
      const next = this.find(key, now);
      if (next === undefined) continue;
      if (found.length === length) return { found, next: key };
      found.push(next);
      place += 1;
    }
    return { found, next: undefined };
  }

  /** Every object that is not gone at `now`, by name. */
  all(now: number): Kept[] {
    return this.stretch('', Number.POSITIVE_INFINITY, now).found.map(({ object }) => object);
  }

  #forget(key: string): void {
    if (this.#objects.delete(key)) this.#names.splice(this.#placeOf(key), 1);
  }

  /** Index of the first name that is not before `key`. */
  #placeOf(key: string): number {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#names[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

import type { Kind } from '../command.ts';
import type { Window } from '../window.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import { missedPurge } from './hiddenSteps.ts';
import { distinct } from './stateSet.ts';

/** The objects of a vault, by kind and name, each with the states that it may be in. */
export class KnownObjects {
  readonly #states = new Map<string, readonly ObjectState[]>();
  /** Names that calls were made about. */
  readonly #called = new Set<string>();
  readonly #spellings = new Map<string, Set<string>>();
  /** Whether others may have used names that nothing is known of. */
  #isUsed: boolean;

  constructor(isUsed: boolean) {
    this.#isUsed = isUsed;
  }

  /** All that something is known of, by `keyOf`. */
  get all(): ReadonlyMap<string, readonly ObjectState[]> {
    return this.#states;
  }

  /** The same objects, to go on with apart from these. */
  clone(): KnownObjects {
    const clone = new KnownObjects(this.#isUsed);
    for (const [key, states] of this.#states) clone.#states.set(key, states);
    for (const key of this.#called) clone.#called.add(key);
    for (const [key, spellings] of this.#spellings) clone.#spellings.set(key, new Set(spellings));
    return clone;
  }

  /** Takes note that the vault was made anew, with nothing in it. */
  begin(): void {
    this.#isUsed = false;
    this.#states.clear();
  }

  /** Takes note that the vault may have been made anew, with nothing in it. */
  mayBegin(): void {
    this.#isUsed = false;
    for (const [key, states] of this.#states) this.#states.set(key, distinct([...states, ABSENT]));
  }

  /** OQ-03: an object whose purge was due while the vault was deleted may be gone, or still there. */
  missPurges(at: Window): void {
    for (const [key, states] of this.#states) {
      const after = states.map((state) => missedPurge(state, at));
      this.#states.set(key, after);
    }
  }

  /** The states that an object may be in. */
  of(kind: Kind, name: string): readonly ObjectState[] {
    return this.#states.get(keyOf(kind, name)) ?? (this.#isUsed ? anythingOf(kind) : [ABSENT]);
  }

  /** Whether anything is known of an object. */
  has(kind: Kind, name: string): boolean {
    return this.#states.has(keyOf(kind, name));
  }

  /** Takes note of the states that an object may be in. */
  set(kind: Kind, name: string, states: readonly ObjectState[]): void {
    this.#states.set(keyOf(kind, name), states);
  }

  /** Takes note of the states of an object that nobody else has touched, as if a call had been made about it. */
  setOwn(kind: Kind, name: string, states: readonly ObjectState[]): void {
    this.set(kind, name, states);
    this.call(kind, name);
  }

  /** Names of a kind of which something is known, with their states. */
  ofKind(kind: Kind): ReadonlyMap<string, readonly ObjectState[]> {
    const prefix = keyOf(kind, '');
    const known = [...this.#states].filter(([key]) => key.startsWith(prefix));
    return new Map(known.map(([key, states]) => [key.slice(prefix.length), states]));
  }

  /** Takes note that a call was made about a name. */
  call(kind: Kind, name: string): void {
    this.#called.add(keyOf(kind, name));
  }

  /** Whether a call was made about a name. */
  isCalled(kind: Kind, name: string): boolean {
    return this.#called.has(keyOf(kind, name));
  }

  /** Takes note of how a name is spelled now; true when it was spelled in other letters too. */
  spell(kind: Kind, name: string): boolean {
    const key = keyOf(kind, name);
    const spellings = this.#spellings.get(key) ?? new Set();
    this.#spellings.set(key, spellings.add(name));
    return spellings.size > 1;
  }
}

/** What an object is known under: letters are not told apart (NR-04). */
export function keyOf(kind: Kind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}

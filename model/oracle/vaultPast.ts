import type { Answer } from '../answer.ts';
import type { Op } from '../command.ts';
import type { RuleId } from '../rule.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';

/**
 * What objects of a vault went through together with it, and have not been seen since: its deletion and recovery, and
 * the turning on of its purge protection. The next look at each bears out the rules on that.
 */
export class VaultPast {
  #active = new Set<string>();
  #deleted = new Set<string>();
  #protectedLater = new Set<string>();

  /** Takes note that the vault is gone with what is in it. */
  gone(objects: ReadonlyMap<string, readonly ObjectState[]>): void {
    this.#active = namesIn(objects, 'live');
    this.#deleted = namesIn(objects, 'deleted');
  }

  /** Takes note of the vault's settings: it may have been protected now, while objects were deleted already. */
  set(
    before: KnownSettings,
    after: KnownSettings,
    objects: ReadonlyMap<string, readonly ObjectState[]>,
  ): void {
    const isNow = before.purgeProtection === false && after.purgeProtection === true;
    if (isNow) this.#protectedLater = namesIn(objects, 'deleted');
  }

  /** Takes note that there is a new vault. */
  forget(): void {
    for (const names of [this.#active, this.#deleted, this.#protectedLater]) names.clear();
  }

  /** The rules that a look at an object bears out beside those of the look itself. */
  borneOut(op: Op, key: string, answer: Answer): readonly RuleId[] {
    const succeeded = answer.status < 400;
    if (op === 'get' && succeeded && this.#active.delete(key)) return ['VT-10'];
    const isDeletedLook = (op === 'getDeleted' && succeeded) || (op === 'purge' && !succeeded);
    if (!isDeletedLook) return [];
    const rules: RuleId[] = [];
    if (op === 'getDeleted' && this.#deleted.delete(key)) rules.push('VT-11');
    // That no date has moved shows where dates are shown.
    if (this.#protectedLater.delete(key))
      rules.push('PP-11', ...(op === 'getDeleted' ? (['PP-12'] as const) : []));
    return rules;
  }

  /** The same past, to go on with apart from this one. */
  clone(): VaultPast {
    const clone = new VaultPast();
    clone.#active = new Set(this.#active);
    clone.#deleted = new Set(this.#deleted);
    clone.#protectedLater = new Set(this.#protectedLater);
    return clone;
  }
}

function namesIn(
  objects: ReadonlyMap<string, readonly ObjectState[]>,
  phase: ObjectState['phase'],
): Set<string> {
  const all = [...objects].filter(([, states]) => states.every((state) => state.phase === phase));
  return new Set(all.map(([key]) => key));
}

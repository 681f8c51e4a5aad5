import type { ObjectKind } from '../../model/command.ts';
import type { Oracle } from '../../model/oracle/oracle.ts';
import type { ObjectState } from '../../model/world/objectState.ts';
import { type CallStep, isVaultCall } from '../steps/step.ts';
import type { VaultStep } from '../steps/vaults/vaultStep.ts';

/** What the names of a sequence stand for: objects of its vault, or vaults and what is in them. */
export class Roles {
  readonly #kind: ObjectKind;
  readonly #names: readonly string[];
  readonly #vaults = new Set<number>();
  readonly #within = new Map<number, number>();

  constructor(kind: ObjectKind, names: readonly string[]) {
    this.#kind = kind;
    this.#names = names;
  }

  /** Takes note of a step. */
  note(step: CallStep | VaultStep): void {
    if (isVaultCall(step)) this.#vaults.add(step.slot);
    else if (step.within !== undefined) this.#within.set(step.slot, step.within);
  }

  /** The states that what a slot stands for may be in. */
  states(oracle: Oracle, slot: number): readonly ObjectState[] {
    const name = this.#names[slot] ?? '';
    if (this.#vaults.has(slot)) return oracle.states('vault', name);
    const within = this.#within.get(slot);
    const vault = within === undefined ? undefined : this.#names[within];
    return oracle.states(this.#kind, name, undefined, vault);
  }
}

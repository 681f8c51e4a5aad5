import type { Kind } from '../command.ts';
import type { Principals } from '../principal.ts';
import type { Window } from '../window.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, type ObjectState } from '../world/objectState.ts';
import type { Backups } from './backups.ts';
import { hiddenSteps, type Patience } from './hiddenSteps.ts';
import type { Judged, Observation } from './judged.ts';
import type { Oracle } from './oracle.ts';
import { type LetterCase, TargetOracle } from './targetOracle.ts';
import { seenChange } from './vaultChange.ts';

/** What an oracle of a management plane is told. */
export interface CloudKnowledge {
  readonly patience: Patience;
  /** Backups taken in all vaults. */
  readonly backups: Backups;
  readonly letterCase: LetterCase;
  /** The callers that commands may name, and what each may do. */
  readonly principals?: Principals;
}

/**
 * An oracle for the management plane of a target and for the vaults that are made there, whose names are drawn at random.
 * Calls into a vault name it by its own name; what calls about it did to it is done to what is in it.
 */
export class CloudOracle implements Oracle {
  readonly #knowledge: CloudKnowledge;
  readonly #plane: TargetOracle;
  /** By name in lower case. */
  readonly #vaults = new Map<string, TargetOracle>();
  /** Names that calls were made about, in lower case. */
  readonly #asked = new Set<string>();

  constructor(knowledge: CloudKnowledge) {
    this.#knowledge = knowledge;
    this.#plane = this.#newOracle(true);
  }

  /** The settings of vaults are their own. */
  get settings(): KnownSettings {
    return {};
  }

  /**
   * The states that a vault of this name, or an object of this name in a vault, may be in; `at` takes hidden steps up to
   * that time into account.
   */
  states(kind: Kind, name: string, at?: Window, vault?: string): readonly ObjectState[] {
    if (kind !== 'vault') return vault === undefined ? [ABSENT] : this.#vaultOf(vault).states(kind, name, at);
    // Nobody has used a name before the first call about it.
    return this.#asked.has(name.toLowerCase()) ? this.#plane.states(kind, name, at) : [ABSENT];
  }

  /** Judges one call and moves on. */
  observe(observation: Observation): Judged {
    const { command, answer, window } = observation;
    if (command.kind !== 'vault') return this.#vaultOf(command.vault).observe(observation);
    if (!('name' in command)) return this.#plane.observe(observation);
    const before = this.#timely(command.name, window);
    this.#asked.add(command.name.toLowerCase());
    const judged = this.#plane.observe(observation);
    const after = this.#plane.states('vault', command.name);
    const seen = 'lost' in answer ? undefined : answer;
    this.#vaultOf(command.name).follow(seenChange(command, seen, before, after, window));
    return judged;
  }

  /** Where a vault may be by now; what must have settled has. */
  #timely(name: string, window: Window): readonly ObjectState[] {
    const { patience } = this.#knowledge;
    const reached = this.states('vault', name).flatMap((state) => hiddenSteps(state, window, patience));
    const timely = reached.filter(({ overdue }) => !overdue);
    return (timely.length > 0 ? timely : reached).map(({ object }) => object);
  }

  #vaultOf(name: string): TargetOracle {
    const key = name.toLowerCase();
    const known = this.#vaults.get(key);
    if (known) return known;
    const oracle = this.#newOracle(false);
    // Until it is made, there is none.
    oracle.follow({ what: 'gone' });
    this.#vaults.set(key, oracle);
    return oracle;
  }

  #newOracle(used: boolean): TargetOracle {
    const { letterCase, ...knowledge } = this.#knowledge;
    return new TargetOracle({ used, strictness: { service: false }, ...knowledge }, letterCase);
  }
}

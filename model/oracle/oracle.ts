import type { Kind } from '../command.ts';
import type { Window } from '../window.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import type { Judged, Observation } from './judged.ts';

/** Judges the calls to a vault, or to a management plane and the vaults that are made there. */
export interface Oracle {
  /** What is known of the vault's settings; nothing where it is not one vault. */
  readonly settings: KnownSettings;
  /**
   * The states that a kind's object of this name may be in; `at` takes hidden steps up to that time into account.
   * @param vault the vault that it is in, where there are several
   */
  states(kind: Kind, name: string, at?: Window, vault?: string): readonly ObjectState[];
  /** Judges one call and moves on. */
  observe(observation: Observation): Judged;
}

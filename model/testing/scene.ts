import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Judged } from '../oracle/judged.ts';
import { VaultOracle } from '../oracle/vaultOracle.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { type Brief, commandOf, later } from './calls.ts';
import { SOFT } from './states.ts';

/** What an oracle is told, call by call. */
export interface Scene {
  readonly oracle: VaultOracle;
  /** Lets the oracle judge a call `at` so many seconds after `NOW`; without `at`, a second after the one before. */
  readonly tell: (
    command: Brief<Command>,
    answer: Answer | Lost,
    at?: number,
    concurrent?: readonly string[],
  ) => Judged;
  /** The same scene so far, to go on with apart from this one. */
  readonly apart: () => Scene;
}

/** A scene in a vault with these settings; `used` for one that others have used. */
export function scene(settings: KnownSettings = SOFT, used = false, service = false): Scene {
  return sceneOf(new VaultOracle({ settings, used, strictness: { service } }), 0);
}

function sceneOf(oracle: VaultOracle, begin: number): Scene {
  let now = begin;
  return {
    oracle,
    tell: (command, answer, at = now + 1, concurrent = []) => {
      now = at;
      return oracle.observe({ command: commandOf(command), answer, window: later(at), concurrent });
    },
    apart: () => sceneOf(oracle.clone(), now),
  };
}

/** A reply that never came. */
export const LOST: Lost = { lost: 'timeout', detail: 'nothing came' };

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Strictness } from '../pattern/pattern.ts';
import type { VaultSettings } from '../vaultSettings.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import { histories, SETTINGS } from './testing/histories.ts';
import { type Told, tell } from './testing/told.ts';
import { VaultOracle } from './vaultOracle.ts';

const RUNS = { numRuns: 150 } as const;
const TARGET: Strictness = { service: false };

/** What the oracle makes of what is told: one line for each answer that it cannot explain. */
function faults(told: readonly Told[], oracle: VaultOracle): readonly string[] {
  return told.flatMap(({ observation, truth }, i) => {
    const judged = oracle.observe(observation);
    const lines = judged.departures.map(({ signature, differs }) => `${i}: ${signature}: ${differs}`);
    if (judged.judgement === 'unexplained') return lines;
    if (!truth || !('name' in observation.command)) return [];
    const phases = oracle.states('secret', truth.name, observation.window).map(({ phase }) => phase);
    return phases.includes(truth.phase as (typeof phases)[number])
      ? []
      : [`${i}: ${observation.command.op} ${truth.name} is ${truth.phase}, not ${phases.join(' or ')}`];
  });
}

function newOracle(settings: KnownSettings, used: boolean, strictness: Strictness): VaultOracle {
  return new VaultOracle({ settings, used, strictness });
}

function known(settings: VaultSettings): KnownSettings {
  return { ...settings, protectedSubscription: false };
}

describe('the oracle, of a vault that follows the rules', () => {
  it('should explain every answer', () => {
    fc.assert(
      fc.property(histories(), fc.constantFrom(...SETTINGS), (history, settings) => {
        const told = tell(history, settings, TARGET);
        expect(faults(told, newOracle(known(settings), false, TARGET))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('should explain every answer of the service, texts included', () => {
    const service: Strictness = { service: true };
    fc.assert(
      fc.property(histories(), fc.constantFrom(...SETTINGS), (history, settings) => {
        const told = tell(history, settings, service);
        expect(faults(told, newOracle(known(settings), false, service))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('should explain every answer when it knows nothing of the vault', () => {
    fc.assert(
      fc.property(histories(), fc.constantFrom(...SETTINGS), fc.nat(20), (history, settings, unseen) => {
        const told = tell(history, settings, TARGET);
        expect(faults(told.slice(unseen), newOracle({}, true, TARGET))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('should explain every answer when replies are lost', () => {
    fc.assert(
      fc.property(histories({ losses: true }), fc.constantFrom(...SETTINGS), (history, settings) => {
        const told = tell(history, settings, TARGET);
        expect(faults(told, newOracle(known(settings), false, TARGET))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('should explain every answer when lists are read while other names change', () => {
    fc.assert(
      fc.property(histories({ concurrent: true }), fc.constantFrom(...SETTINGS), (history, settings) => {
        const told = tell(history, settings, TARGET);
        expect(faults(told, newOracle(known(settings), false, TARGET))).toEqual([]);
      }),
      RUNS,
    );
  });
});

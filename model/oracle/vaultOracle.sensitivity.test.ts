import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Strictness } from '../pattern/pattern.ts';
import { corruptions } from './testing/corruptions.ts';
import { histories, SETTINGS } from './testing/histories.ts';
import { type Told, tell } from './testing/told.ts';
import { VaultOracle } from './vaultOracle.ts';

/**
 * Spoiled answers that the oracle explains all the same, each with what was spoiled. Where no source tells how a call is
 * refused, an answer is noted as unspecified, which is no explanation.
 */
function overlooked(told: readonly Told[], oracle: VaultOracle): readonly string[] {
  return told.flatMap(({ observation, answer }, i) => {
    const { command } = observation;
    // A page after the first may show names that changed since: what it shows of them is not judged.
    const isLaterPage = 'next' in command && command.next !== undefined;
    const spoiled = isLaterPage ? [] : corruptions(command, answer);
    const explained = spoiled.filter(
      (corruption) =>
        oracle.clone().observe({ ...observation, answer: corruption.answer }).judgement === 'explained',
    );
    oracle.observe(observation);
    return explained.map(
      ({ what }) => `${i}: ${command.op}: ${what} (${answer.status} ${answer.refusal?.code ?? ''})`,
    );
  });
}

function sees(strictness: Strictness, exceptFor: readonly RegExp[] = []): void {
  fc.assert(
    fc.property(histories(), fc.constantFrom(...SETTINGS), (history, settings) => {
      const oracle = new VaultOracle({
        settings: { ...settings, protectedSubscription: false },
        used: false,
        strictness,
      });
      const lines = overlooked(tell(history, settings, strictness), oracle);
      expect(lines.filter((line) => !exceptFor.some((known) => known.test(line)))).toEqual([]);
    }),
    { numRuns: 60 },
  );
}

describe('the oracle, of a vault that breaks a rule once', () => {
  it('should see every wrong status, code, field, version and item', { timeout: 60_000 }, () => {
    sees({ service: false });
  });

  it('should see them in recordings of the service too', { timeout: 60_000 }, () => {
    // A recording that does not tell the api-version does not tell whether days are shown.
    sees({ service: true }, [/no recoverableDays/]);
  });
});

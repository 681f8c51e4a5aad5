import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import { isCall } from '../steps/step.ts';
import { type LivesOptions, lives, recurrences } from './lives.ts';
import { callsOf, stepsOf } from './testing/proposedSteps.ts';

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };
const options: LivesOptions = {
  kind: 'secret',
  settings: [usual],
  patience: PATIENCE,
  hasClock: true,
  hasVaults: true,
};

describe('recurrences', () => {
  it('should have a name deleted and recovered three times in a row beside one that is deleted, and then looked at', () => {
    const beginning = ['set', 'delete', 'set', 'set', 'set'];
    const rounds = ['delete', 'recover', 'delete', 'recover', 'delete', 'recover'];
    const looks = ['get', 'getDeleted', 'listVersions', 'get', 'list', 'listDeleted'];
    expect(recurrences(options).map(callsOf)).toContainEqual([...beginning, ...rounds, ...looks]);
  });

  it('should each be another', () => {
    const all = recurrences(options).map((proposal) => JSON.stringify(stepsOf(proposal)));
    expect(new Set(all).size).toBe(all.length);
  });

  it('should let no time pass where there is no clock, but wait for what settles', () => {
    const steps = recurrences({ ...options, hasClock: false }).flatMap(stepsOf);
    expect(steps.filter((step) => 'advance' in step)).toEqual([]);
    expect(steps.some((step) => 'settle' in step)).toBe(true);
  });
});

describe('lives', () => {
  it('should begin with something that lives, and end with a look at all of it', () => {
    fc.assert(
      fc.property(lives(options), (proposal) => {
        const calls = callsOf(proposal);
        expect(calls[0]).toBe('set');
        expect(calls.slice(-2)).toEqual(['list', 'listDeleted']);
        const slots = stepsOf(proposal).map((step) => (isCall(step) ? step.slot : 0));
        expect(Math.max(...slots)).toBeLessThan(proposal.slots);
      }),
    );
  });
});

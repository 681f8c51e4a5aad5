import { describe, expect, it } from 'vitest';
import { PATIENCE } from '../../model/oracle/hiddenSteps.ts';
import type { LivesOptions } from './lives.ts';
import { callsOf, stepsOf } from './testing/proposedSteps.ts';
import { lastSeconds, tours } from './tours.ts';

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };
const options: LivesOptions = {
  kind: 'secret',
  settings: [usual, { ...usual, retentionDays: 7, purgeProtection: true }, { ...usual, softDelete: false }],
  patience: PATIENCE,
  hasClock: true,
  hasVaults: true,
};

describe('tours', () => {
  it('should lead through a whole life in a vault of each of the settings', () => {
    expect(tours(options, ['secret']).map(({ settings }) => settings)).toEqual(options.settings);
    for (const calls of tours(options, ['secret']).map(callsOf)) {
      expect(calls.filter((call) => ['delete', 'recover', 'purge', 'restore'].includes(call))).toEqual([
        ...['delete', 'delete', 'delete', 'recover', 'delete', 'purge', 'delete', 'purge', 'restore'],
        ...['restore', 'delete'],
      ]);
    }
  });

  it('should look at the key and the secret of a certificate where they may be touched (CR-03)', () => {
    const kindsOf = (kinds: Parameters<typeof tours>[1]): ReadonlySet<string | undefined> =>
      new Set(
        tours({ ...options, kind: 'certificate' }, kinds)
          .flatMap(stepsOf)
          .flatMap((step) => ('kind' in step ? [step.kind] : [])),
      );
    expect(kindsOf(['secret', 'key', 'certificate'])).toEqual(new Set(['key', 'secret']));
    expect(kindsOf(['certificate'])).toEqual(new Set());
  });

  it('should let no time pass where there is no clock', () => {
    const steps = tours({ ...options, hasClock: false }, ['secret']).flatMap(stepsOf);
    expect(steps.filter((step) => 'advance' in step)).toEqual([]);
  });
});

describe('the last seconds of a deleted object', () => {
  it('should come in a vault of each of the settings that keep it at all', () => {
    expect(lastSeconds(options).map(({ settings }) => settings.retentionDays)).toEqual([90, 7]);
  });

  it('should be used to recover it (RT-09)', () => {
    for (const steps of lastSeconds(options).map(stepsOf)) {
      const recovery = steps.findIndex((step) => 'call' in step && step.call === 'recover');
      const instant = steps.slice(0, recovery).findLast((step) => 'advance' in step);
      expect(instant).toEqual({ advance: { slot: 0, fromScheduledPurge: -1 } });
    }
  });
});

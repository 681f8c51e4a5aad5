import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../window.ts';
import { recoverableDays, recoveryLevel, settingsShown } from './recoveryLevel.ts';

describe('recoveryLevel', () => {
  it.each([
    [{ softDelete: false }, 'Purgeable'],
    [{ softDelete: true, retentionDays: 90, purgeProtection: false }, 'Recoverable+Purgeable'],
    [{ softDelete: true, retentionDays: 90, purgeProtection: true }, 'Recoverable'],
    [{ softDelete: true, retentionDays: 89, purgeProtection: false }, 'CustomizedRecoverable+Purgeable'],
    [{ softDelete: true, retentionDays: 7, purgeProtection: true }, 'CustomizedRecoverable'],
    [
      { softDelete: true, retentionDays: 90, protectedSubscription: true },
      'Recoverable+ProtectedSubscription',
    ],
    [
      { softDelete: true, retentionDays: 30, purgeProtection: true, protectedSubscription: true },
      'CustomizedRecoverable+ProtectedSubscription',
    ],
    [{ softDelete: true, customRetention: true, purgeProtection: true }, 'CustomizedRecoverable'],
  ])('should be for %j: %s', (settings, level) => {
    expect(recoveryLevel(settings)).toBe(level);
  });

  it.each([
    {},
    { softDelete: true },
    { softDelete: true, retentionDays: 90 },
    { retentionDays: 90, purgeProtection: true },
  ])('should not be known for %j', (settings) => {
    expect(recoveryLevel(settings)).toBeUndefined();
  });
});

describe('recoverableDays', () => {
  it('should be the retention, or none without soft delete', () => {
    expect(recoverableDays({ softDelete: true, retentionDays: 30 })).toBe(30);
    expect(recoverableDays({ softDelete: false, retentionDays: 30 })).toBe(0);
    expect(recoverableDays({ softDelete: true })).toBeUndefined();
  });
});

describe('settingsShown', () => {
  it('should read back the settings that level and days show', () => {
    const settings = fc.record({
      softDelete: fc.constant(true),
      retentionDays: fc.integer({ min: 7, max: 90 }),
      purgeProtection: fc.boolean(),
    });
    fc.assert(
      fc.property(settings, (known) => {
        const shown = { recoveryLevel: recoveryLevel(known) ?? '', recoverableDays: known.retentionDays };
        expect(settingsShown(shown)).toMatchObject(known);
      }),
    );
  });

  it('should read the retention from the span between deletion and purge (RT-06)', () => {
    expect(settingsShown({ deletedDate: 100, scheduledPurgeDate: 100 + 7 * DAY })).toEqual({
      softDelete: true,
      retentionDays: 7,
    });
  });

  it('should tell of a vault without soft delete', () => {
    expect(settingsShown({ recoveryLevel: 'Purgeable', recoverableDays: 0 })).toEqual({ softDelete: false });
  });

  it('should tell nothing where nothing is shown', () => {
    expect(settingsShown({})).toEqual({});
  });

  it.each([
    { recoveryLevel: 'Forever' },
    { recoverableDays: 6 },
    { recoverableDays: 91 },
    { recoverableDays: 30.5 },
    { recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 30 },
    { recoveryLevel: 'CustomizedRecoverable', recoverableDays: 90 },
    { recoveryLevel: 'Purgeable', recoverableDays: 90 },
    { recoverableDays: 90, deletedDate: 0, scheduledPurgeDate: 7 * DAY },
    { deletedDate: 0, scheduledPurgeDate: 7 * DAY + 1 },
  ])('should see that %j contradicts itself or does not exist', (fields) => {
    expect(settingsShown(fields)).toBeUndefined();
  });
});

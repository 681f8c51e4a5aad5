import { describe, expect, it } from 'vitest';
import { PROTECTED, SOFT } from '../testing/states.ts';
import { agreed, joined } from './knownSettings.ts';

describe('agreed', () => {
  it('should be what both say', () => {
    expect(agreed(SOFT, PROTECTED)).toEqual({
      softDelete: true,
      retentionDays: 90,
      protectedSubscription: false,
    });
    expect(agreed(SOFT, {})).toEqual({});
  });
});

describe('joined', () => {
  it('should be what either says', () => {
    expect(joined({ softDelete: true }, { retentionDays: 7 })).toEqual({
      softDelete: true,
      retentionDays: 7,
    });
  });

  it('should be nothing where they contradict each other', () => {
    expect(joined(SOFT, PROTECTED)).toBeUndefined();
    expect(joined({ retentionDays: 90 }, { customRetention: true })).toBeUndefined();
    expect(joined({ retentionDays: 7 }, { customRetention: false })).toBeUndefined();
    expect(joined({ retentionDays: 7 }, { customRetention: true })).toEqual({
      retentionDays: 7,
      customRetention: true,
    });
  });
});

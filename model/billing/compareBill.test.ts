import { describe, expect, it } from 'vitest';
import { billedRules, compareBill } from './compareBill.ts';
import { type Ledger, type LedgerEntry, LedgerSum } from './ledger.ts';
import type { Meter } from './meter.ts';
import type { MeteredMonth } from './meterReading.ts';

const JUNE = '2026-06';

function ledgerOf(quantities: Partial<Record<Meter, number>>, turns = 0): Ledger {
  const sum = new LedgerSum();
  for (const [meter, quantity] of Object.entries(quantities) as [Meter, number][]) {
    const entry: LedgerEntry = { vault: 'v', month: JUNE, meter, quantity, rules: {} };
    sum.add(entry);
    sum.add({ ...entry, vault: 'another' });
  }
  for (let i = 0; i < turns; i++) sum.turn('v');
  return sum.total();
}

function monthOf(counts: Partial<MeteredMonth>, month = JUNE): MeteredMonth {
  const none = { operations: 0, advancedKeyOperations: 0, certificateRenewals: 0, keyRotations: 0 };
  return { month, ...none, hsmKeyVersions: { rsa2048: 0, advanced: 0 }, ...counts };
}

/** What differs between a ledger and what a target shows, as text. */
function told(ledger: Ledger, ...months: readonly MeteredMonth[]): readonly string[] {
  return compareBill(ledger, 'v', { months }).map(
    ({ month, meter, metered, expected: { low, high }, rules }) =>
      `${month} ${meter} ${metered} not ${low}-${high} ${rules.join(' ')}`,
  );
}

describe('the comparison of bills', () => {
  it('should add up what a target counts together, for one vault', () => {
    const ledger = ledgerOf({
      secretOperations: 2,
      certificateOperations: 3,
      keyOperations: 4,
      refusedCalls: 9,
    });
    expect(told(ledger, monthOf({ operations: 9 }))).toEqual([]);
    expect(told(ledger, monthOf({ operations: 18 }))).toEqual([
      '2026-06 operations 18 not 9-9 BL-01 BL-02 BL-04',
    ]);
  });

  it('should compare each meter', () => {
    const hsmKeyVersions = { rsa2048: 1, advanced: 2 };
    const counts = { advancedKeyOperations: 3, certificateRenewals: 4, keyRotations: 5, hsmKeyVersions };
    const meters = {
      hsmKeys: 1,
      advancedHsmKeys: 2,
      advancedKeyOperations: 3,
      certificateRenewals: 4,
      keyRotations: 5,
    };
    expect(told(ledgerOf(meters), monthOf(counts))).toEqual([]);
    expect(told(ledgerOf({}), monthOf(counts))).toEqual([
      '2026-06 advancedKeyOperations 3 not 0-0 BL-04 BL-05',
      '2026-06 certificateRenewals 4 not 0-0 BL-08',
      '2026-06 keyRotations 5 not 0-0 BL-08',
      '2026-06 hsmKeyVersions.rsa2048 1 not 0-0 BL-03 BL-06',
      '2026-06 hsmKeyVersions.advanced 2 not 0-0 BL-03 BL-06',
    ]);
  });

  it('should notice months that only one of them has', () => {
    const months = [monthOf({ keyRotations: 1 }, '2026-08')];
    expect(told(ledgerOf({ secretOperations: 1 }), ...months)).toEqual([
      '2026-06 operations 0 not 1-1 BL-01 BL-02 BL-04',
      '2026-08 keyRotations 1 not 0-0 BL-08',
    ]);
  });

  it('should leave room for what nobody knows: lost replies, unknown keys, calls when the month turned', () => {
    const ledger = ledgerOf({ secretOperations: 5, possibleOperations: 2, unknownKeyOperations: 1 }, 1);
    for (const operations of [4, 5, 8, 9]) expect(told(ledger, monthOf({ operations }))).toEqual([]);
    expect(told(ledger, monthOf({ operations: 3 }))).toHaveLength(1);
    expect(told(ledger, monthOf({ operations: 10 }))).toHaveLength(1);
  });

  it('should name the rules that billed a vault', () => {
    expect([...billedRules(ledgerOf({ secretOperations: 1, hsmKeys: 1 }), 'v')].sort()).toEqual([
      'BL-03',
      'BL-05',
      'BL-06',
    ]);
    expect([...billedRules(ledgerOf({ secretOperations: 1 }), 'nobody')]).toEqual([]);
  });
});

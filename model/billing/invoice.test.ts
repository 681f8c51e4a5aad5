import { describe, expect, it } from 'vitest';
import { billed, invoiceFor, keyAnswer } from '../testing/billing.ts';
import { NOW } from '../testing/calls.ts';
import { DAY } from '../window.ts';
import type { Invoice } from './invoice.ts';
import type { MeteredCall } from './meteredHistory.ts';

const RSA_HSM = { kty: 'RSA-HSM', n: 'x'.repeat(342) };
const EC_HSM = { kty: 'EC-HSM', crv: 'P-256' };

/** Each line as text: month, meter, quantity, amount and rules. */
function told({ months }: Invoice): string[] {
  return months.flatMap(({ month, lines }) =>
    lines.map(({ meter, quantity, amount: { low, high }, rules }) => {
      const amount = low === high ? low.toFixed(6) : `${low.toFixed(6)}-${high.toFixed(6)}`;
      return `${month} ${meter} ${quantity} ${amount} ${rules.join(' ')}`;
    }),
  );
}

const sign = (version: string, at: number, fields: MeteredCall['command'] | object = {}): MeteredCall =>
  billed(
    'key',
    { op: 'use', use: 'sign', name: 'k', version, input: {} },
    { ...keyAnswer('k', version, {}), ...fields },
    at,
  );

describe('an invoice', () => {
  it('should bill recover and purge as operations, and nothing that is refused (BL-01, BL-04)', () => {
    const invoice = invoiceFor([
      billed('secret', { op: 'set', name: 'a', input: {} }),
      billed('secret', { op: 'delete', name: 'a' }),
      billed('secret', { op: 'recover', name: 'a' }),
      billed('secret', { op: 'delete', name: 'a' }),
      billed('secret', { op: 'get', name: 'a' }, { status: 404 }),
      billed('secret', { op: 'set', name: 'a', input: {} }, { status: 409 }),
      billed('secret', { op: 'purge', name: 'a' }, { status: 204 }),
      billed('secret', { op: 'purge', name: 'a' }, { status: 403 }),
    ]);
    expect(told(invoice)).toEqual([
      '2026-06 secretOperations 5 0.000015 BL-01 BL-04 BL-05',
      '2026-06 refusedCalls 3 0.000000 BL-04',
    ]);
    expect(invoice.months[0]?.lines[0]?.counts).toEqual({ 'BL-01': 2, 'BL-04': 3 });
  });

  it('should price key operations by the type of the key, also where it is shown late (BL-05)', () => {
    const curve = { kty: 'EC', crv: 'P-256' };
    expect(
      told(
        invoiceFor([
          billed('key', { op: 'use', use: 'sign', name: 'k', version: 'v', input: {} }),
          billed('key', { op: 'get', name: 'k', version: 'v' }, keyAnswer('k', 'v', curve)),
          billed(
            'key',
            { op: 'create', name: 'r', input: { kty: 'RSA' } },
            keyAnswer('r', 'w', { kty: 'RSA' }),
          ),
          billed('key', { op: 'list' }),
          billed('key', { op: 'use', use: 'sign', name: 'nobody', version: 'u', input: {} }),
        ]),
      ),
    ).toEqual([
      '2026-06 keyOperations 2 0.000006 BL-04 BL-05',
      '2026-06 advancedKeyOperations 2 0.000030 BL-04 BL-05',
      '2026-06 unknownKeyOperations 1 0.000003-0.000015 BL-04 BL-05',
      '2026-06 possibleHsmKeys 1 0.000000-5.000000 BL-03 BL-06',
    ]);
  });

  it('should charge a version of an HSM key in each month that it was used in or in the 30 days before (BL-03, BL-06)', () => {
    const calls = [
      billed('key', { op: 'create', name: 'k', input: {} }, keyAnswer('k', 'v1', RSA_HSM)),
      billed('key', { op: 'create', name: 'k', input: {} }, keyAnswer('k', 'v2', RSA_HSM), 1),
      billed('key', { op: 'create', name: 'e', input: {} }, keyAnswer('e', 'v3', EC_HSM), 2),
      sign('v1', 20 * DAY),
      billed('key', { op: 'use', use: 'sign', name: 'e', version: 'v3', input: {} }, {}, 3),
      billed('key', { op: 'delete', name: 'k' }, { status: 200 }, 21 * DAY),
    ];
    // June has 30 days: what was used on its first day counts until July 1, what was used on day 21 until July 21.
    expect(told(invoiceFor(calls, NOW + 100 * DAY)).filter((line) => /hsm/i.test(line))).toEqual([
      '2026-06 hsmKeys 1 1.000000 BL-03 BL-06',
      '2026-06 advancedHsmKeys 1 5.000000 BL-03 BL-06',
      '2026-07 hsmKeys 1 1.000000 BL-03 BL-06',
      '2026-07 advancedHsmKeys 1 5.000000 BL-03 BL-06',
    ]);
    const share = invoiceFor(calls, NOW + 100 * DAY, { hsmMonth: 'share' });
    expect(told(share).find((line) => line.startsWith('2026-07 hsm'))).toBe(
      `2026-07 hsmKeys ${20 / 31} ${(20 / 31).toFixed(6)} BL-03 BL-06`,
    );
  });

  it('should let the price of advanced HSM keys fall with their number (BL-06)', () => {
    const calls = Array.from({ length: 251 }, (_, i) => [
      billed('key', { op: 'create', name: `k${i}`, input: {} }, keyAnswer(`k${i}`, `v${i}`, EC_HSM)),
      billed('key', { op: 'use', use: 'sign', name: `k${i}`, version: `v${i}`, input: {} }),
    ]).flat();
    const [line] =
      invoiceFor(calls).months[0]?.lines.filter(({ meter }) => meter === 'advancedHsmKeys') ?? [];
    // 250 versions at 5, and one at 2.50.
    expect(line?.amount).toEqual({ low: 1252.5, high: 1252.5 });
  });

  it('should show the days in the deleted state, which cost nothing (BL-02)', () => {
    const dates = { deletedDate: NOW, scheduledPurgeDate: NOW + 90 * DAY };
    const invoice = invoiceFor(
      [
        billed('secret', { op: 'delete', name: 'a' }, { object: { name: 'a', version: 'v', fields: dates } }),
        billed('secret', { op: 'purge', name: 'a' }, { status: 204 }, 45 * DAY),
      ],
      NOW + 200 * DAY,
    );
    expect(told(invoice)).toEqual([
      '2026-06 secretOperations 1 0.000003 BL-04 BL-05',
      '2026-06 deletedDays 30 0.000000 BL-02',
      '2026-07 secretOperations 1 0.000003 BL-01 BL-05',
      '2026-07 deletedDays 15 0.000000 BL-02',
    ]);
  });

  it('should bill rotations and renewals that the service made, and none that a call asked for (BL-08)', () => {
    const policy = {
      lifetimeActions: [{ action: { type: 'Rotate' }, trigger: { timeAfterCreate: 'P30D' } }],
    };
    const renewed = { policy: { lifetime_actions: [{ action: { action_type: 'AutoRenew' } }] } };
    const lines = told(
      invoiceFor([
        billed(
          'key',
          { op: 'updateRotationPolicy', name: 'k', input: {} },
          { object: { name: 'k', fields: policy } },
        ),
        billed('key', { op: 'rotate', name: 'k' }, keyAnswer('k', 'v1', { kty: 'EC', created: NOW }), 10),
        billed(
          'key',
          { op: 'get', name: 'k' },
          keyAnswer('k', 'v2', { kty: 'EC', created: NOW + 30 * DAY }),
          40 * DAY,
        ),
        billed('certificate', { op: 'create', name: 'c', input: {} }, { status: 202 }),
        billed(
          'certificate',
          { op: 'get', name: 'c' },
          keyAnswer('c', 'w1', { created: NOW + 5, ...renewed }),
          6,
        ),
        billed(
          'certificate',
          { op: 'get', name: 'c' },
          keyAnswer('c', 'w2', { created: NOW + 300 * DAY }),
          301 * DAY,
        ),
      ]),
    );
    expect(lines.filter((line) => line.includes('BL-08'))).toEqual([
      '2026-07 keyRotations 1 1.000000 BL-08',
      '2027-03 certificateRenewals 1 3.000000 BL-08',
    ]);
  });

  it('should name what it takes for granted and what it cannot know', () => {
    const { assumptions, gaps } = invoiceFor([
      { ...billed('secret', { op: 'get', name: 'a' }), answer: { lost: 'timeout', detail: 'none' } },
      billed('secret', { op: 'getDeleted', name: 'a' }),
      { ...billed('secret', { op: 'get', name: 'a' }), window: { from: 0, to: 4e9 } },
    ]);
    expect(assumptions).toMatchObject([{ name: 'deletedReads', reading: 'billed', applied: 1 }]);
    expect(gaps).toMatchObject([
      { name: 'dates', count: 1 },
      { name: 'lostReplies', count: 1 },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import { billed, invoiceFor, keyAnswer } from '../testing/billing.ts';
import { type Brief, NOW } from '../testing/calls.ts';
import { DAY } from '../window.ts';
import type { Invoice } from './invoice.ts';
import type { MeteredCall } from './meteredHistory.ts';
import { monthOf, startOfMonth } from './month.ts';
import type { Amount } from './pricing.ts';

/** The keys of the tests' vault: what they are never changes. */
const KEYS: Readonly<Record<string, Fields>> = {
  hsm: { kty: 'RSA-HSM', n: 'x'.repeat(342) },
  curve: { kty: 'EC-HSM', crv: 'P-256' },
  soft: { kty: 'RSA', n: 'x'.repeat(342) },
};

const VERSIONS = ['v1', 'v2'] as const;

/** One call as it is drawn: whether it is refused is drawn with it. */
interface Drawn {
  readonly op: 'get' | 'use' | 'delete' | 'recover' | 'purge' | 'getDeleted' | 'list';
  readonly name: string;
  readonly version: string;
  /** Seconds after `NOW`. */
  readonly at: number;
  readonly isRefused: boolean;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  op: fc.constantFrom('get', 'use', 'use', 'use', 'delete', 'recover', 'purge', 'getDeleted', 'list'),
  name: fc.constantFrom(...Object.keys(KEYS)),
  version: fc.constantFrom(...VERSIONS),
  at: fc.oneof(
    fc.nat({ max: 150 * DAY }),
    fc.nat({ max: 150 }).map((days) => days * DAY),
  ),
  isRefused: fc.boolean(),
});

const histories: fc.Arbitrary<readonly Drawn[]> = fc
  .array(drawn, { maxLength: 25 })
  .map((calls) => calls.toSorted((a, b) => a.at - b.at));

const END = NOW + 250 * DAY;

function callOf({ op, name, version, at, isRefused }: Drawn): MeteredCall {
  const view = keyAnswer(name, version, KEYS[name] ?? {});
  return billed(
    'key',
    commandOf(op, name, version),
    isRefused ? { status: 409 } : op === 'list' ? {} : view,
    at,
  );
}

function commandOf(op: Drawn['op'], name: string, version: string): Brief<Command> {
  switch (op) {
    case 'use':
      return { op, use: 'sign', name, version, input: {} };
    case 'list':
      return { op };
    case 'get':
      return { op, name, version };
    default:
      return { op, name };
  }
}

/** All that was drawn, after the creation of every version: from then on their types are known. */
function callsOf(history: readonly Drawn[]): MeteredCall[] {
  const created = Object.entries(KEYS).flatMap(([name, fields]) =>
    VERSIONS.map((version) =>
      billed('key', { op: 'create', name, input: {} }, keyAnswer(name, version, fields)),
    ),
  );
  return [...created, ...history.map(callOf)];
}

function totals({ months }: Invoice): ReadonlyMap<string, Amount> {
  return new Map(months.map(({ month, total }) => [month, total]));
}

describe('a bill', () => {
  it('should not change for calls that are refused', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const served = history.filter(({ isRefused }) => !isRefused);
        const all = invoiceFor(callsOf(history), END);
        expect(all.total).toEqual(invoiceFor(callsOf(served), END).total);
        const free = all.months.flatMap(({ lines }) => lines).filter(({ meter }) => meter === 'refusedCalls');
        expect(free.every(({ amount }) => amount.high === 0)).toBe(true);
      }),
    );
  });

  it('should never rise later for a delete', () => {
    fc.assert(
      fc.property(histories, drawn, (history, { name, version, at }) => {
        const kept = history.map((call) => ({ ...call, isRefused: false }));
        const deletion: Drawn = { op: 'delete', name, version, at, isRefused: false };
        const before = kept.filter((call) => call.at < at);
        // What is deleted refuses everything but looks; recovering it would be a call that was not there before.
        const after = kept
          .filter((call) => call.at >= at)
          .map((call) => ({ ...call, isRefused: call.name === name }));
        const without = totals(invoiceFor(callsOf(kept), END));
        const withIt = totals(invoiceFor(callsOf([...before, deletion, ...after]), END));
        for (const [month, { high }] of withIt) {
          // The delete itself is one operation, at most at the price of an advanced key's.
          const own = month === monthOf(NOW + at) ? 0.15 / 10_000 : 0;
          expect(high).toBeLessThanOrEqual((without.get(month)?.high ?? 0) + own + 1e-9);
        }
      }),
    );
  });

  it('should charge an HSM key version for the months that its uses and the 30 days after them touch, deleted or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 200 * DAY }), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat({ max: 200 * DAY })),
        (ats, deletedAt) => {
          const uses = ats.filter((at) => deletedAt === null || at < deletedAt);
          const history = uses.map(
            (at): Drawn => ({ op: 'use', name: 'hsm', version: 'v1', at, isRefused: false }),
          );
          const deletion: Drawn[] =
            deletedAt === null
              ? []
              : [{ op: 'delete', name: 'hsm', version: 'v1', at: deletedAt, isRefused: false }];
          const { months } = invoiceFor(
            callsOf([...history, ...deletion].toSorted((a, b) => a.at - b.at)),
            END,
          );
          const charged = months.filter(({ lines }) => lines.some(({ meter }) => meter === 'hsmKeys'));
          const due = new Set<string>();
          for (let day = 0; day <= 250; day++) {
            const start = startOfMonth(monthOf(NOW + day * DAY));
            const next = startOfMonth(monthOf(start + 32 * DAY));
            if (uses.some((at) => NOW + at < next && NOW + at + 30 * DAY >= start)) due.add(monthOf(start));
          }
          expect(charged.map(({ month }) => month)).toEqual([...due]);
          const last = Math.max(...uses, Number.NEGATIVE_INFINITY);
          expect(charged.filter(({ month }) => startOfMonth(month) > NOW + last + 30 * DAY)).toEqual([]);
          expect(
            charged.every(({ lines }) => lines.find(({ meter }) => meter === 'hsmKeys')?.amount.high === 1),
          ).toBe(true);
        },
      ),
    );
  });

  it('should not depend on how a history is cut into calls of other vaults, but for tiers', () => {
    fc.assert(
      fc.property(histories, histories, (one, other) => {
        const elsewhere = callsOf(other).map((call) => ({
          ...call,
          command: { ...call.command, vault: 'vault-2' },
        }));
        const together = invoiceFor([...callsOf(one), ...elsewhere], END).total;
        const apart = [invoiceFor(callsOf(one), END).total, invoiceFor(elsewhere, END).total];
        expect(together.high).toBeCloseTo((apart[0]?.high ?? 0) + (apart[1]?.high ?? 0), 9);
        expect(together.low).toBe(together.high);
      }),
    );
  });
});

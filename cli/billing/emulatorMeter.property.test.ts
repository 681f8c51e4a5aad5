import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter, Exchange } from '../../adapters/adapter.ts';
import { embedded } from '../../adapters/targets/embedded.ts';
import { USUAL_READINGS } from '../../model/billing/billingReadings.ts';
import { type BillDifference, compareBill } from '../../model/billing/compareBill.ts';
import type { Ledger } from '../../model/billing/ledger.ts';
import { MeteredHistory } from '../../model/billing/meteredHistory.ts';
import type { Command } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import { DAY } from '../../model/window.ts';

let adapter: Adapter;

beforeAll(async () => {
  adapter = await embedded.open({ seed: 1 });
});
afterAll(() => adapter.close());

/** A call without its vault and name, or seconds that pass. */
type Step = { readonly call: object; readonly name: string } | { readonly seconds: number };

const DIGEST = Buffer.alloc(32, 1).toString('base64url');
const POLICY: Json = {
  issuer: 'Self',
  key_props: { kty: 'EC', crv: 'P-256', reuse_key: false, exportable: true },
  x509_props: { subject: 'CN=a', validity_months: 12 },
};
const ROTATION: Json = {
  lifetimeActions: [{ trigger: { timeAfterCreate: 'P30D' }, action: { type: 'Rotate' } }],
};

const COMMON = [
  'get',
  'delete',
  'delete',
  'recover',
  'purge',
  'getDeleted',
  'listVersions',
  'list',
  'listDeleted',
  'backup',
  'restore',
] as const;

const CALLS: readonly object[] = [
  ...(['secret', 'key', 'key', 'certificate'] as const).flatMap((kind) => COMMON.map((op) => ({ kind, op }))),
  ...Array.from({ length: 3 }, () => ({ kind: 'secret', op: 'set', input: { value: 'x' } })),
  { kind: 'secret', op: 'set', input: {} },
  { kind: 'secret', op: 'update', input: { tags: {} } },
  ...['EC', 'EC-HSM', 'EC-HSM', 'EC-HSM', 'RSA-HSM', 'none'].map((kty) => ({
    kind: 'key',
    op: 'create',
    input: { kty },
  })),
  { kind: 'key', op: 'create', input: { kty: 'RSA', key_size: 3072 } },
  { kind: 'key', op: 'update', input: { tags: { a: 'b' } } },
  { kind: 'key', op: 'rotate' },
  { kind: 'key', op: 'getRotationPolicy' },
  { kind: 'key', op: 'updateRotationPolicy', input: ROTATION },
  ...['ES256', 'ES256', 'ES256', 'RS256', 'RS256'].map((alg) => ({
    kind: 'key',
    op: 'use',
    use: 'sign',
    input: { alg, value: DIGEST },
  })),
  { kind: 'key', op: 'use', use: 'encrypt', input: { alg: 'RSA-OAEP', value: DIGEST } },
  { kind: 'key', op: 'use', use: 'wrapKey', input: { alg: 'RSA-OAEP', value: DIGEST } },
  ...Array.from({ length: 3 }, () => ({ kind: 'certificate', op: 'create', input: { policy: POLICY } })),
  { kind: 'certificate', op: 'getPolicy' },
  { kind: 'certificate', op: 'getOperation' },
  { kind: 'certificate', op: 'deleteOperation' },
  { kind: 'issuer', op: 'set', input: { provider: 'Test' } },
  { kind: 'issuer', op: 'get' },
  { kind: 'issuer', op: 'list' },
  { kind: 'contacts', op: 'get' },
];

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.record({ call: fc.constantFrom(...CALLS), name: fc.constantFrom('a', 'b') }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(1, DAY, 7 * DAY, 30 * DAY - 1, 30 * DAY, 30 * DAY + 1, 31 * DAY)
        .map((seconds) => ({ seconds })),
    },
  ),
  { minLength: 5, maxLength: 40, size: 'max' },
);

/** A sequence that moves every meter: the drawn ones may leave one out. */
const EXAMPLE: readonly Step[] = [
  { kind: 'secret', op: 'set', input: { value: 'x' } },
  { kind: 'secret', op: 'delete' },
  { kind: 'secret', op: 'get' },
  { kind: 'certificate', op: 'create', input: { policy: POLICY } },
  { kind: 'key', op: 'create', input: { kty: 'RSA-HSM' } },
  { kind: 'key', op: 'use', use: 'sign', input: { alg: 'RS256', value: DIGEST } },
  { kind: 'key', op: 'create', input: { kty: 'EC-HSM' } },
  { kind: 'key', op: 'use', use: 'sign', input: { alg: 'ES256', value: DIGEST } },
].map((call, i) => ({ call, name: call.kind === 'key' && i > 5 ? 'b' : 'a' }));

/** Lists and restores have no name, and only restores have a blob. */
function commandOf({ call, name }: Extract<Step, { call: object }>, vault: string, blob: string): Command {
  const op = 'op' in call ? call.op : undefined;
  if (op === 'restore') return { ...call, vault, blob } as unknown as Command;
  const isNamed = op !== 'list' && op !== 'listDeleted';
  return { ...call, vault, ...(isNamed && { name }) } as unknown as Command;
}

/** A vault of its own, everything that was asked of it, and what the model makes of that. */
class MeteredVault {
  readonly #vault: string;
  readonly #history = new MeteredHistory(USUAL_READINGS);
  #blob = 'none';

  private constructor(vault: string) {
    this.#vault = vault;
  }

  static async open(purgeProtection: boolean): Promise<MeteredVault> {
    const { vault } = await adapter.openVault({ softDelete: true, retentionDays: 7, purgeProtection });
    return new MeteredVault(vault);
  }

  async run(step: Step): Promise<Exchange | undefined> {
    if ('seconds' in step) {
      await adapter.clock?.advance(step.seconds, this.#vault);
      return undefined;
    }
    const command = commandOf(step, this.#vault, this.#blob);
    const exchange = await adapter.execute(command);
    this.#history.observe(exchange);
    if ('blob' in exchange.answer) this.#blob = exchange.answer.blob ?? this.#blob;
    return exchange;
  }

  async ledger(): Promise<Ledger> {
    this.#history.passTime((await adapter.clock?.now()) ?? 0);
    return this.#history.ledger();
  }

  async differences(): Promise<readonly BillDifference[]> {
    const reading = await adapter.readMeter?.(this.#vault);
    return compareBill(await this.ledger(), this.#vault, reading ?? { months: [] });
  }
}

describe("the embedded emulator's own meter", () => {
  it('should agree with the ledger of the model after every sequence', async () => {
    const counted = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(steps, fc.boolean(), async (sequence, purgeProtection) => {
        const vault = await MeteredVault.open(purgeProtection);
        for (const step of sequence) await vault.run(step);
        const { entries } = await vault.ledger();
        for (const { meter, quantity } of entries) counted.set(meter, (counted.get(meter) ?? 0) + quantity);
        expect(await vault.differences()).toEqual([]);
      }),
      { numRuns: 60, examples: [[EXAMPLE, false]] },
    );
    const meters = [
      'secretOperations',
      'certificateOperations',
      'keyOperations',
      'advancedKeyOperations',
      'hsmKeys',
      'advancedHsmKeys',
      'refusedCalls',
      'deletedDays',
    ];
    expect(meters.filter((meter) => !counted.has(meter))).toEqual([]);
  }, 120_000);
});

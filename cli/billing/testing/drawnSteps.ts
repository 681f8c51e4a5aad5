import fc from 'fast-check';
import type { Command } from '../../../model/command.ts';
import type { Json } from '../../../model/json.ts';
import { DAY } from '../../../model/window.ts';

/** A call without its vault and name, or seconds that pass. */
export type Step = { readonly call: object; readonly name: string } | { readonly seconds: number };

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

/** Sequences of calls about a few names of every kind, and of time that passes. */
export const STEPS: fc.Arbitrary<readonly Step[]> = fc.array(
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
export const EXAMPLE: readonly Step[] = [
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
export function commandOf(
  { call, name }: Extract<Step, { call: object }>,
  vault: string,
  blob: string,
): Command {
  const op = 'op' in call ? call.op : undefined;
  if (op === 'restore') return { ...call, vault, blob } as unknown as Command;
  const isNamed = op !== 'list' && op !== 'listDeleted';
  return { ...call, vault, ...(isNamed && { name }) } as unknown as Command;
}

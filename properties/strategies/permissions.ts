import fc from 'fast-check';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { Proposal } from './strategy.ts';

/** What sequences by several callers go by. */
export interface PermissionsOptions {
  readonly kind: 'secret' | 'key' | 'certificate';
  /** The callers that the target knows. */
  readonly principals: readonly string[];
}

/**
 * An arbitrary of sequences, for fast-check: an object is brought where it is to be by a caller who may do everything;
 * then several others try what they may and what they may not, on the same name, in vaults with access policies and in
 * vaults with roles, with purge protection and without. At the end, what they left is looked at.
 */
export function permissions({ kind, principals }: PermissionsOptions): fc.Arbitrary<Proposal> {
  const births = birthsOf(kind);
  const attempt = fc.record({
    principal: fc.constantFrom(...principals),
    call: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom<CallStep>(...DELETED) },
      { weight: 2, arbitrary: fc.constantFrom<CallStep>(...SHARED) },
      { weight: 1, arbitrary: fc.constantFrom<CallStep>(...OWN[kind]) },
    ),
    settles: fc.boolean(),
  });
  return fc
    .record({
      settings: fc.constantFrom(...VAULTS),
      beginning: fc.constantFrom<readonly Step[]>([], DELETE, DELETE, [
        ...DELETE,
        { call: 'purge', slot: 0 },
      ]),
      keeps: fc.boolean(),
      attempts: fc.array(attempt, { minLength: 3, maxLength: 8, size: 'max' }),
    })
    .map(({ settings, beginning, keeps, attempts }) => {
      const steps: readonly Step[] = [
        ...births.full(0, 0),
        ...(keeps ? [{ call: 'backup', slot: 0 } as const] : []),
        ...beginning,
        ...attempts.flatMap(({ principal, call, settles }): readonly Step[] => [
          { ...call, principal },
          ...(settles ? [SETTLE] : []),
        ]),
        ...LOOKS,
      ];
      return { settings, slots: 1, next: (view) => steps[view.length] };
    });
}

const SETTLE: Step = { settle: { slot: 0 } };
const DELETE: readonly Step[] = [{ call: 'delete', slot: 0 }, SETTLE];

const DELETED: readonly CallStep[] = [
  { call: 'delete', slot: 0 },
  { call: 'getDeleted', slot: 0 },
  { call: 'recover', slot: 0 },
  { call: 'purge', slot: 0 },
];

const SHARED: readonly CallStep[] = [
  { call: 'get', slot: 0 },
  { call: 'list', slot: 0 },
  { call: 'listDeleted', slot: 0 },
  { call: 'listVersions', slot: 0 },
  { call: 'backup', slot: 0 },
  { call: 'restore', slot: 0, blob: 'last' },
  { call: 'update', slot: 0, version: 'latest', input: { enabled: true } },
];

const OWN: Readonly<Record<PermissionsOptions['kind'], readonly CallStep[]>> = {
  secret: [{ call: 'set', slot: 0, input: { value: 'by another' } }],
  key: [
    { call: 'create', slot: 0, input: { kty: 'EC', crv: 'P-256' } },
    { call: 'rotate', slot: 0 },
    { call: 'getRotationPolicy', slot: 0 },
  ],
  certificate: [
    { call: 'getPolicy', slot: 0 },
    { call: 'getOperation', slot: 0 },
    { call: 'deleteOperation', slot: 0 },
    { call: 'list', slot: 0, kind: 'issuer' },
    // PM-16: what a certificate owns is in collections of its own.
    { call: 'get', slot: 0, kind: 'key' },
    { call: 'getDeleted', slot: 0, kind: 'key' },
    { call: 'getDeleted', slot: 0, kind: 'secret' },
  ],
};

const LOOKS: readonly Step[] = [
  { call: 'get', slot: 0 },
  { call: 'getDeleted', slot: 0 },
  { call: 'listVersions', slot: 0 },
];

/** Vaults of either model of permissions, with purge protection and without. */
const VAULTS: readonly VaultSettings[] = (['access-policies', 'roles'] as const).flatMap(
  (permissionModel): readonly VaultSettings[] => [
    { softDelete: true, retentionDays: 90, purgeProtection: false, permissionModel },
    { softDelete: true, retentionDays: 7, purgeProtection: true, permissionModel },
  ],
);

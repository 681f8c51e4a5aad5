import { expect, it } from 'vitest';
import { CERTIFICATE_ROUTES } from '../certificates/certificateRoutes.ts';
import { KEY_ROUTES } from '../keys/keyRoutes.ts';
import { ARM_ROUTES } from '../management/armRoutes.ts';
import { SECRET_ROUTES } from '../secrets/secretRoutes.ts';

/** What all kinds of objects have. */
const COMMON =
  'Get Update Delete List ListVersions Purge Backup Restore Recover GetDeleted ListDeleted'.split(' ');

/** The operation names of Azure's documentation of Key Vault's logs, as far as clients cause them. */
const DOCUMENTED: Readonly<Record<'Secret' | 'Key' | 'Certificate', readonly string[]>> = {
  Secret: [...COMMON, 'Set'],
  Key: [
    ...COMMON,
    ...'Create Import Sign Verify Wrap Unwrap Encrypt Decrypt Release Rotate'.split(' '),
    ...'RotationPolicyGet RotationPolicySet'.split(' '),
  ],
  Certificate: [
    ...COMMON,
    ...'Create Import PolicyGet PolicyUpdate ContactsGet ContactsSet ContactsDelete'.split(' '),
    ...'IssuerGet IssuerSet IssuerUpdate IssuerDelete IssuersList'.split(' '),
    ...'PendingGet PendingMerge PendingUpdate PendingDelete'.split(' '),
  ],
};

it.each([
  ['Secret', SECRET_ROUTES],
  ['Key', KEY_ROUTES],
  ['Certificate', CERTIFICATE_ROUTES],
] as const)('should have every operation of a %s that Azure logs, and no other (EV-03)', (kind, routes) => {
  const names = new Set(routes.map(({ audit }) => audit));
  expect([...names].sort()).toEqual(DOCUMENTED[kind].map((word) => kind + word).sort());
});

it('should call operations on vaults as Azure does, or by their action where it has no name for them (EV-04)', () => {
  const names = ARM_ROUTES.flatMap(({ audit }) => audit ?? []);
  expect([...new Set(names)].sort()).toEqual([
    'Microsoft.KeyVault/locations/deletedVaults/purge/action',
    'VaultDelete',
    'VaultGet',
    'VaultPatch',
    'VaultPut',
  ]);
});

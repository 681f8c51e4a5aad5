import type { Step } from '../../steps/step.ts';
import type { BadVaultName, Elsewhere } from '../../steps/vaults/vaultStep.ts';
import { about, deletedSecret, hanging, into, LOOKS, newVault, SETTLED, secret } from './vaultSteps.ts';

const PLACES: readonly Elsewhere[] = ['other group', 'other location', 'other subscription'];

const GROUPS: readonly Elsewhere[] = ['other group', 'other subscription'];

const LOCATIONS: readonly Elsewhere[] = ['other location', 'other subscription'];

const BAD_NAMES: readonly BadVaultName[] = [
  'digit first',
  'hyphen last',
  'two hyphens',
  'too long',
  'too short',
];

/** An api-version that says nothing of a retention that nobody set. */
const EARLIER = '2021-10-01';

/** The api-version since which roles open a new vault unless a client says otherwise (PM-03). */
const SINCE_ROLES = '2026-02-01';

/** Stories of vaults beside those of their deletion: what they are made with, where they stand, and what hangs on them. */
export const FURTHER_STORIES: readonly (readonly Step[])[] = [
  // A vault goes with its resource group, and comes back when there is one of that name again.
  [
    about('createGroup'),
    ...newVault({ softDeleteRetentionInDays: 7 }, { where: 'own group' }),
    secret(1),
    about('deleteGroup'),
    about('get', { where: 'own group' }),
    about('getDeleted'),
    about('listDeleted'),
    about('recover', { where: 'own group' }),
    about('createGroup'),
    about('recover', { where: 'own group' }),
    about('get', { where: 'own group' }),
    into('get', 1),
    about('deleteGroup'),
    about('getDeleted'),
  ],
  // What hangs on a vault goes with it, and does not come back.
  [
    ...newVault(),
    ...hanging('getExtension'),
    ...hanging('putExtension'),
    ...hanging('getExtension'),
    about('update', { input: { tags: { a: '1' } } }),
    ...hanging('getExtension'),
    about('delete'),
    ...hanging('getExtension'),
    about('recover'),
    ...hanging('getExtension'),
    ...hanging('putExtension'),
    ...hanging('getExtension'),
  ],
  // A retention that nobody set at first.
  [
    ...newVault({}, { apiVersion: EARLIER }),
    about('get', { apiVersion: EARLIER }),
    ...deletedSecret(1),
    about('update', { input: { softDeleteRetentionInDays: 20 }, apiVersion: EARLIER }),
    about('update', { input: { softDeleteRetentionInDays: 21 }, apiVersion: EARLIER }),
    about('get'),
    about('delete'),
    about('getDeleted'),
  ],
  // A new vault that roles open, because nothing was said of what does.
  [
    ...newVault({}, { apiVersion: SINCE_ROLES }),
    about('update', { input: { tags: { a: '1' } }, apiVersion: SINCE_ROLES }),
    about('get', { apiVersion: SINCE_ROLES }),
    about('create', { input: { tags: { b: '2' } } }),
    about('get'),
    secret(1),
    into('get', 1),
  ],
  // What no vault may be made with.
  [
    about('create', { input: { enablePurgeProtection: false } }),
    about('create', { input: { softDeleteRetentionInDays: 91 } }),
    about('create', { input: { softDeleteRetentionInDays: 6 } }),
    about('create', { input: { enableSoftDelete: false, enablePurgeProtection: true } }),
    ...LOOKS,
    about('delete'),
    about('purge'),
    about('recover'),
    ...BAD_NAMES.flatMap((badName) => [about('checkName', { badName }), about('create', { badName })]),
    about('create', { input: { enableSoftDelete: false } }),
    about('get'),
    about('delete'),
  ],
  // One name in several places.
  [
    ...newVault(),
    secret(1),
    ...PLACES.map((where) => about('create', { where })),
    // The path of a vault tells no location.
    ...GROUPS.flatMap((where) => [about('get', { where }), about('delete', { where })]),
    about('list', { where: 'other group' }),
    about('purge'),
    about('recover'),
    about('get'),
    about('delete'),
    ...PLACES.flatMap((where) => [about('create', { where }), about('recover', { where })]),
    // The path of a deleted vault tells no group.
    ...LOCATIONS.flatMap((where) => [about('getDeleted', { where }), about('purge', { where })]),
    about('listDeleted', { where: 'other subscription' }),
    ...LOOKS,
    about('getDeleted'),
  ],
  // A PUT on an empty vault that is deleted.
  [
    ...newVault({ softDeleteRetentionInDays: 7 }),
    about('delete'),
    about('getDeleted'),
    about('create', { input: { softDeleteRetentionInDays: 7 } }),
    SETTLED,
    ...LOOKS,
    secret(1),
    into('get', 1),
  ],
  // Access policies, spelling, and a backup that goes to another vault.
  [
    ...newVault(),
    about('updateAccessPolicy', { change: 'add', input: { accessPolicies: [] } }),
    about('get', { spelling: 'other-case' }),
    secret(1),
    into('backup', 1),
    about('delete', { spelling: 'other-case' }),
    about('getDeleted'),
    about('create', { slot: 2 }),
    { settle: { slot: 2 } },
    { call: 'restore', slot: 1, within: 2, blob: 'last' },
    into('get', 1, 2),
    about('recover'),
    into('get', 1, 0),
    about('delete', { slot: 2 }),
  ],
  // A backup that goes to another region, and further than it may (BK-05).
  [
    ...newVault(),
    secret(1),
    into('backup', 1),
    ...(['other location', 'other geography', 'other subscription'] as const).flatMap(
      (where): readonly Step[] => [
        about('create', { slot: 2, where }),
        { settle: { slot: 2 } },
        { call: 'restore', slot: 1, within: 2, blob: 'last' },
        into('get', 1, 2),
        about('delete', { slot: 2, where }),
        about('getDeleted', { slot: 2, where }),
        about('purge', { slot: 2, where }),
        { settle: { slot: 2 } },
      ],
    ),
  ],
];

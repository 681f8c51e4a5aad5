import type { Patience } from '../../../model/oracle/hiddenSteps.ts';
import type { Step } from '../../steps/step.ts';
import type { BadVaultName, Elsewhere } from '../../steps/vaults/vaultStep.ts';
import {
  about,
  days,
  deletedSecret,
  into,
  LOOKS,
  looksInto,
  newVault,
  SETTLED,
  secret,
  toPurge,
} from './vaultSteps.ts';

/** What stories can be told with. */
export interface Telling {
  readonly patience: Patience;
  /** Whether time can be let pass. */
  readonly hasClock: boolean;
}

/** Stories of vaults and of what is in them, one for each thing that the rules say of them. */
export function vaultStories({ patience, hasClock }: Telling): readonly (readonly Step[])[] {
  const late = patience.purgeLag + 3;
  return [...STORIES, ...(hasClock ? timedStories(late) : []), ...FURTHER_STORIES];
}

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

const DELETED: readonly Step[] = [about('delete'), ...LOOKS];
const PURGED: readonly Step[] = [
  about('delete'),
  about('purge'),
  about('getDeleted'),
  about('getPurgeResult'),
  about('recover'),
  SETTLED,
  about('getPurgeResult'),
  about('getDeleted'),
];

/** What matters most comes first: runs may end before all is told. */
const STORIES: readonly (readonly Step[])[] = [
  // A vault with its objects, deleted and recovered.
  [
    ...newVault({ softDeleteRetentionInDays: 7, tags: { a: '1' } }),
    ...LOOKS,
    secret(1),
    ...deletedSecret(2),
    ...DELETED,
    about('delete'),
    ...looksInto(1),
    secret(3),
    about('create'),
    about('recover', { input: { tags: { b: '2' } } }),
    about('get'),
    ...looksInto(1),
    ...looksInto(2),
    into('recover', 2),
    { settle: { slot: 2 } },
    into('get', 2),
    about('getDeleted'),
  ],
  // Purged, and another in its place.
  [
    ...newVault({ softDeleteRetentionInDays: 90 }),
    secret(1),
    ...deletedSecret(2),
    ...PURGED,
    about('purge'),
    about('checkName'),
    about('recover'),
    ...newVault(),
    ...looksInto(1),
    ...looksInto(2),
    ...LOOKS,
    ...PURGED,
    ...newVault({}, { where: 'other subscription' }),
    about('get', { where: 'other subscription' }),
    into('get', 1),
  ],
  // Settings that can be turned on, and not off.
  [
    ...newVault({ softDeleteRetentionInDays: 30 }),
    about('update', { input: { enableSoftDelete: false } }),
    about('update', { input: { enablePurgeProtection: false } }),
    about('update', { input: { softDeleteRetentionInDays: 30, enableSoftDelete: true } }),
    about('update', { input: { softDeleteRetentionInDays: 40 } }),
    about('update', { input: { softDeleteRetentionInDays: 6 } }),
    about('create', { input: { softDeleteRetentionInDays: 31 } }),
    about('create', { input: { enableSoftDelete: false } }),
    ...deletedSecret(1),
    about('update', { input: { enablePurgeProtection: true } }),
    into('getDeleted', 1),
    into('purge', 1),
    about('update', { input: { enablePurgeProtection: false } }),
    about('create', { input: { enablePurgeProtection: false } }),
    about('create', { input: { tags: { again: 'yes' } } }),
    about('get'),
    ...DELETED,
    about('purge'),
    about('getDeleted'),
    about('recover'),
    about('get'),
    into('getDeleted', 1),
  ],
];

const FURTHER_STORIES: readonly (readonly Step[])[] = [
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

/** @param late seconds after a scheduled purge by which it must have taken place */
function timedStories(late: number): readonly (readonly Step[])[] {
  return [
    // Protected to the last second, then gone.
    [
      ...newVault({ softDeleteRetentionInDays: 7, enablePurgeProtection: true }),
      secret(1),
      ...deletedSecret(2),
      into('purge', 2),
      ...DELETED,
      about('purge'),
      toPurge(0, -1),
      about('purge'),
      about('getDeleted'),
      about('create'),
      toPurge(0, late),
      ...LOOKS,
      about('recover'),
      about('purge'),
      ...newVault(),
      ...looksInto(1),
      ...looksInto(2),
    ],
    // A deleted object whose time runs on while its vault is deleted.
    [
      ...newVault({ softDeleteRetentionInDays: 7 }),
      secret(1),
      ...deletedSecret(2),
      days(1),
      about('delete'),
      about('getDeleted'),
      days(5),
      about('recover'),
      ...looksInto(2),
      about('delete'),
      toPurge(2, 60),
      about('recover'),
      ...looksInto(2),
      ...looksInto(1),
      toPurge(2, late),
      into('getDeleted', 2),
      secret(2, 1),
      into('get', 2),
    ],
    // Recovered in the last second.
    [
      ...newVault({ softDeleteRetentionInDays: 10 }),
      secret(1),
      about('delete'),
      about('getDeleted'),
      toPurge(0, -1),
      about('recover'),
      about('get'),
      into('get', 1),
      days(30),
      about('get'),
      into('get', 1),
    ],
  ];
}

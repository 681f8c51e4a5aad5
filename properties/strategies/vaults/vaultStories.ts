import type { Patience } from '../../../model/oracle/hiddenSteps.ts';
import type { Step } from '../../steps/step.ts';
import { FURTHER_STORIES } from './furtherStories.ts';
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

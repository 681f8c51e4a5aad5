import { type Kind, OBJECT_KINDS } from '../model/command.ts';
import type { VaultSettings } from '../model/vaultSettings.ts';

/** The settings of vaults that a run asks for unless it is told others, as far as the target has them. */
export const EXPLORED_SETTINGS: readonly VaultSettings[] = [
  { softDelete: true, retentionDays: 90, purgeProtection: false },
  { softDelete: true, retentionDays: 7, purgeProtection: true },
  { softDelete: true, retentionDays: 30, purgeProtection: false },
  { softDelete: true, retentionDays: 90, purgeProtection: true },
  { softDelete: false, retentionDays: 90, purgeProtection: false },
];

/** What a run explores unless it is told otherwise, as far as the target has it. */
export const EXPLORED_KINDS: readonly Kind[] = [...OBJECT_KINDS, 'vault'];

/** Calls that shrinking one divergence may spend, unless a user says otherwise. */
export const SHRINK_CALLS = 300;

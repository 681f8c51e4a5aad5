import { CERTIFICATES } from './certificates.ts';
import { CONTENT } from './content.ts';
import type { CorruptionGroup } from './corruption.ts';
import { DELETION_FIELDS } from './deletionFields.ts';
import { DOCUMENTS } from './documents.ts';
import { IDENTITIES } from './identities.ts';
import { KEYS } from './keys.ts';
import { LISTS } from './lists.ts';
import { REFUSALS } from './refusals.ts';
import { SHAPES } from './shapes.ts';
import { STATUSES } from './statuses.ts';
import { VAULT_SETTINGS } from './vaultSettings.ts';
import { VAULTS } from './vaults.ts';

/** Every way in which recordings are corrupted. */
export const CORRUPTIONS: CorruptionGroup = [
  ...STATUSES,
  ...REFUSALS,
  ...DELETION_FIELDS,
  ...VAULT_SETTINGS,
  ...CONTENT,
  ...SHAPES,
  ...IDENTITIES,
  ...LISTS,
  ...KEYS,
  ...CERTIFICATES,
  ...DOCUMENTS,
  ...VAULTS,
];

import type { Rule, RuleId } from '../rule.ts';
import { ASYNCHRONY_RULES } from './asynchrony/catalogue.ts';
import { BACKUP_RULES } from './backup/catalogue.ts';
import { BILLING_RULES } from './billing/catalogue.ts';
import { CERTIFICATE_RULES } from './certificates/catalogue.ts';
import { DELETION_RULES } from './deletion/catalogue.ts';
import { ERROR_RULES } from './errors/catalogue.ts';
import { EVENT_RULES } from './events/catalogue.ts';
import { KEY_RULES } from './keys/catalogue.ts';
import { LIMIT_RULES } from './limits/catalogue.ts';
import { NAME_REUSE_RULES } from './nameReuse/catalogue.ts';
import { PERMISSION_RULES } from './permissions/catalogue.ts';
import { PURGE_RULES } from './purge/catalogue.ts';
import { PURGE_PROTECTION_RULES } from './purgeProtection/catalogue.ts';
import { RECOVERY_RULES } from './recovery/catalogue.ts';
import { RETENTION_RULES } from './retention/catalogue.ts';
import { SOFT_DELETE_RULES } from './softDelete/catalogue.ts';
import { UNDELETABLE_RULES } from './undeletable/catalogue.ts';
import { VAULT_RULES } from './vaults/catalogue.ts';
import { VISIBILITY_RULES } from './visibility/catalogue.ts';

/** Every rule, group by group and by number within its group. */
export const CATALOGUE: readonly Rule[] = [
  ...SOFT_DELETE_RULES,
  ...RETENTION_RULES,
  ...PURGE_PROTECTION_RULES,
  ...NAME_REUSE_RULES,
  ...DELETION_RULES,
  ...RECOVERY_RULES,
  ...PURGE_RULES,
  ...VISIBILITY_RULES,
  ...PERMISSION_RULES,
  ...VAULT_RULES,
  ...UNDELETABLE_RULES,
  ...BACKUP_RULES,
  ...CERTIFICATE_RULES,
  ...KEY_RULES,
  ...BILLING_RULES,
  ...EVENT_RULES,
  ...ASYNCHRONY_RULES,
  ...ERROR_RULES,
  ...LIMIT_RULES,
];

const BY_ID: ReadonlyMap<RuleId, Rule> = new Map(CATALOGUE.map((rule) => [rule.id, rule]));

/**
 * The rule with this id.
 * @throws when the catalogue has no such rule.
 */
export function ruleById(id: RuleId): Rule {
  const rule = BY_ID.get(id);
  if (rule === undefined) {
    throw new Error(`There is no rule '${id}'; the command 'rules' prints those there are.`);
  }
  return rule;
}

import type { Call } from '../../call.ts';
import type { Input } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import type { Facts } from '../../world/facts.ts';
import type { ObjectState } from '../../world/objectState.ts';
import { badRequest, vaultNameInvalid } from './vaultRefusals.ts';
import { isRetention } from './vaultSettings.ts';

/** VT-01: 3 to 24 letters, digits and hyphens; a letter first, no hyphen last, no two in a row. */
const VAULT_NAME = /^[A-Za-z](?!.*--)[0-9A-Za-z-]{1,22}[0-9A-Za-z]$/;

/** Whether a vault may have this name. */
export function isVaultName(name: string): boolean {
  return VAULT_NAME.test(name);
}

/** How a request that makes or changes a vault may be refused for what it asks. */
export interface ChangeRefusals {
  readonly refusals: readonly Outcome[];
  /** Whether nothing but a refusal is right. */
  readonly certain: boolean;
}

/**
 * What in a request that makes or changes a vault is against the rules.
 * @param before what the vault is; undefined when there is none yet
 */
export function changeRefusals(call: Call, object: ObjectState, before: Facts | undefined): ChangeRefusals {
  const { command } = call;
  if ('name' in command && !isVaultName(command.name) && before === undefined) {
    return { refusals: [unchanged(object, vaultNameInvalid(), ['VT-01', 'ER-13', 'ER-02'])], certain: true };
  }
  const input: Input = 'input' in command ? (command.input ?? {}) : {};
  // Nobody knows what a recorder left out, nor what else may be wrong with what it kept.
  if (call.strictness.service || input === 'unrecorded') {
    return { refusals: [unchanged(object, badRequest(), ['ER-01', 'ER-02'])], certain: false };
  }
  const broken = [...faults(input, before)];
  return {
    refusals: broken.map(({ rule }) => unchanged(object, badRequest(), [rule, 'ER-18', 'ER-02'])),
    certain: broken.some(({ certain }) => certain),
  };
}

interface Fault {
  readonly rule: RuleId;
  /** False where the service may as well set the request right and go on (SD-04, SD-05), or take it (RT-04). */
  readonly certain: boolean;
}

function* faults(input: Fields, before: Facts | undefined): Generator<Fault> {
  const { enableSoftDelete, enablePurgeProtection, softDeleteRetentionInDays: days } = input;
  if (enablePurgeProtection === false) yield { rule: 'PP-04', certain: true };
  if (enableSoftDelete === false && enablePurgeProtection === true) {
    yield { rule: 'PP-02', certain: false };
  } else if (enableSoftDelete === false) {
    yield { rule: before?.enableSoftDelete === true ? 'SD-04' : 'SD-05', certain: false };
  }
  if (days === undefined) return;
  if (!isRetention(days)) yield { rule: 'RT-01', certain: true };
  const known = before?.softDeleteRetentionInDays;
  if (before && days !== known) yield { rule: 'RT-03', certain: typeof known === 'number' };
}

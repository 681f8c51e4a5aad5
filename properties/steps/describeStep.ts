import type { ObjectKind } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { operationName } from '../../model/oracle/operationName.ts';
import { type CallStep, isCall, isVaultCall, type Step } from './step.ts';
import type { VaultStep } from './vaults/vaultStep.ts';

/**
 * A step in words: `SetSecret a (enabled: false)`, `90 days pass`.
 * @param kind what steps are about that do not say; secrets unless given
 */
export function describeStep(step: Step, kind: ObjectKind = 'secret'): string {
  if (isCall(step)) return describeCall(step, kind);
  if (isVaultCall(step)) return describeVaultCall(step);
  if ('settle' in step) return `wait until ${slotName(step.settle.slot)} has settled`;
  const { advance } = step;
  if ('seconds' in advance) return `${duration(advance.seconds)} pass`;
  const { slot, fromScheduledPurge: offset } = advance;
  const instant = `the scheduled purge of ${slotName(slot)}`;
  if (offset === 0) return `time passes until ${instant}`;
  return `time passes until ${duration(Math.abs(offset))} ${offset < 0 ? 'before' : 'after'} ${instant}`;
}

/** The letter that stands for a sequence's name in explanations. */
function slotName(slot: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + slot);
}

function describeCall(step: CallStep, kind: ObjectKind): string {
  const use = step.call === 'use' ? { use: step.use } : {};
  const operation = operationName({ op: step.call, kind: step.kind ?? kind, ...use });
  const isWhole = step.call === 'list' || step.call === 'listDeleted';
  const where = step.within === undefined ? undefined : `in vault ${slotName(step.within)}`;
  const subject = isWhole ? undefined : slotName(step.slot);
  return [operation, subject, where, details(step)].filter(Boolean).join(' ');
}

function describeVaultCall(step: VaultStep): string {
  const { vault, slot, input, where, change, badName, apiVersion, principal, extension } = step;
  const operation = operationName({ op: vault, kind: 'vault' });
  const isWhole = vault === 'list' || vault === 'listDeleted';
  const notes = [where, change, badName, extension, ...inputNotes(input ?? {})].filter(
    (note) => note !== undefined,
  );
  if (principal !== undefined) notes.push(`by ${principal}`);
  if (apiVersion !== undefined) notes.push(`api-version: ${apiVersion}`);
  const told = notes.length > 0 ? `(${notes.join(', ')})` : undefined;
  return [operation, isWhole ? undefined : slotName(slot), told].filter(Boolean).join(' ');
}

function details(step: CallStep): string {
  const notes = [...aboutVersion(step), ...aboutBody(step), ...aboutForm(step)];
  return notes.length > 0 ? `(${notes.join(', ')})` : '';
}

function aboutVersion(step: CallStep): readonly string[] {
  if ('version' in step && step.version) return [`version: ${step.version}`];
  return step.call === 'update' ? ['no version'] : [];
}

function aboutBody(step: CallStep): readonly string[] {
  const notes: string[] = 'input' in step ? [...inputNotes(step.input)] : [];
  if ('broken' in step && step.broken) notes.push(step.broken === 'no-body' ? 'no body' : 'broken JSON');
  if ('signed' in step) notes.push(`signed ${step.signed}`);
  if ('blob' in step)
    notes.push(step.blob === 'malformed' ? 'a blob that is no backup' : `${step.blob} backup`);
  return notes;
}

function aboutForm(step: CallStep): readonly string[] {
  const notes: string[] = [];
  if ('pageSize' in step && step.pageSize !== undefined) notes.push(`maxresults: ${step.pageSize}`);
  if ('includePending' in step && step.includePending) notes.push('includePending');
  if (step.principal !== undefined) notes.push(`by ${step.principal}`);
  if (step.spelling) notes.push('in other letters');
  if (step.apiVersion !== undefined) notes.push(`api-version: ${step.apiVersion ?? 'none'}`);
  return notes;
}

function inputNotes(input: Fields): string[] {
  return Object.entries(input).map(([field, value]) => {
    if (typeof value === 'string' && value.length > 40) return `${field}: ${value.length} characters`;
    if (isSensitive(field)) return field;
    if (field === 'policy') return policyNote(value);
    const text = JSON.stringify(value);
    return `${field}: ${text.length > 60 ? `${Object.keys(value ?? {}).length} of them` : text}`;
  });
}

/** Who issues a certificate decides what becomes of its creation; its key is made by the policy too. */
function policyNote(policy: Json | undefined): string {
  const { issuer, key_props: key } = objectOf(policy);
  const { name } = objectOf(issuer);
  const { kty, crv, key_size: size } = objectOf(key);
  const told = [
    name === undefined ? undefined : `issuer ${name}`,
    [kty, crv ?? size].filter((part) => part !== undefined).join(' '),
    `${Object.keys(objectOf(policy)).length} of its members`,
  ];
  return `policy: ${told.filter(Boolean).join(', ')}`;
}

function objectOf(json: Json | undefined): JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json) ? (json as JsonObject) : {};
}

/** Fields whose content says nothing to a reader, or is nobody's business. */
function isSensitive(field: string): boolean {
  return field === 'key' || field === 'credentials';
}

/** A span of time in words: `7 days`, `1 day and 3 seconds`. */
export function duration(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds % 86_400;
  const parts = [days > 0 ? count(days, 'day') : '', rest > 0 || days === 0 ? count(rest, 'second') : ''];
  return parts.filter((part) => part !== '').join(' and ');
}

function count(n: number, unit: string): string {
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

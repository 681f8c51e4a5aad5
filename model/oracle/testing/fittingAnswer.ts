import type { Answer, ObjectView, Refusal } from '../../answer.ts';
import type { Json } from '../../json.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, VersionPattern } from '../../pattern/objectPattern.ts';
import type { Pattern, RefusalPattern } from '../../pattern/pattern.ts';
import { DAY } from '../../window.ts';
import type { Choices } from './choices.ts';

/** What an answer is made for. */
export interface Making {
  readonly choices: Choices;
  /** An id that no version and no blob had before. */
  readonly newId: () => string;
  readonly name: string;
  /** The vault's retention, days. */
  readonly retentionDays: number;
}

/** An answer, drawn at random, that a pattern allows. A page is left to whoever knows the list. */
export function fittingAnswer(pattern: Pattern, making: Making): Answer {
  const { choices } = making;
  return {
    status: choices.pick(pattern.status),
    ...(pattern.refusal && { refusal: fittingRefusal(pattern.refusal, making) }),
    ...(pattern.object && { object: fittingObject(pattern.object, making) }),
    ...(pattern.blob && { blob: `blob ${making.newId()}` }),
    oddities: [],
  };
}

function fittingRefusal(pattern: RefusalPattern, { choices, name }: Making): Refusal {
  const { codes, inner: allowed, messagesOf } = pattern;
  const inner = allowed && allowed !== 'none' ? choices.pick(allowed) : undefined;
  const messages = pattern.messages ?? messagesOf?.[inner ?? ''];
  const texts = TEXTS.map((text) => text.replaceAll('{n}', name));
  const known = messages ? texts.filter((text) => messages.some((message) => message.test(text))) : texts;
  return {
    ...(codes && { code: choices.pick(codes) }),
    ...(inner !== undefined && { inner }),
    message: choices.pick(known),
  };
}

/** Texts of the service, copied from its answers. */
const TEXTS: readonly string[] = [
  'Secret not found: {n}',
  'A secret with (name/id) {n} was not found in this key vault. If you recently deleted this secret you may be able ' +
    'to recover it using the correct recovery command. For help resolving this issue, please see ' +
    'https://go.microsoft.com/fwlink/?linkid=2125182',
  'Deleted Secret not found: {n}',
  'Secret is currently being deleted.',
  'Secret {n} is currently being deleted.',
  'Secret {n} is currently being deleted and cannot be re-created; retry later.',
  'Secret {n} is currently being recovered and cannot be re-created; retry later.',
  'Secret {n} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the ' +
    'secret can only be recovered or purged.',
  'There was a conflict while recovering the soft-deleted secret ' +
    "'https://v.vault.azure.net/secrets/{n}/0123456789abcdef0123456789abcdef'. This can happen when multiple " +
    'operations are performed in parallel against the soft-deleted secret.',
  "There was a conflict restoring the secret 'https://v.vault.azure.net/secrets/{n}/0123456789abcdef0123456789abcdef'" +
    '. This can happen if either: a second secret with the same name was created after the first secret was deleted',
  'Operation "purge" is not allowed because purge protection is enabled for this vault. Key Vault service will ' +
    'automatically purge it after the retention period has passed.\r\nVault: v;location=westeurope',
  'Operation get is not allowed on a disabled secret.',
  'Operation get is not permitted on this object.',
  'Backup blob contains invalid or corrupt version.',
  'Operation "purge" is not enabled for this vault.',
  'Caller is not authorized to perform action on resource.',
  'Operation "purge" is not allowed by vault policy',
  'Access denied',
  'Client address is not authorized and caller is not a trusted service.',
];

/** One object, drawn at random, that a pattern allows. */
export function fittingObject(pattern: ObjectPattern, making: Making): ObjectView {
  const fields: Record<string, Json> = {};
  for (const [field, allowed] of Object.entries(pattern.fields)) {
    const value = fittingValue(allowed, making.choices);
    if (value !== undefined) fields[field] = value;
  }
  // What patterns demand of several fields together.
  if (fields.scheduledPurgeDate === ANY_NUMBER && typeof fields.deletedDate === 'number') {
    fields.scheduledPurgeDate = fields.deletedDate + making.retentionDays * DAY;
  }
  const version = fittingVersion(pattern.version, making);
  const view = { name: making.name, fields, ...(version !== undefined && { version }) };
  if (!pattern.relations.every(({ holds }) => holds(fields, view)) && fields.created !== undefined) {
    fields.updated = fields.created;
  }
  return view;
}

/** Stands where a pattern allows any number, until the number that relations demand takes its place. */
const ANY_NUMBER = -1;

function fittingValue(pattern: FieldPattern, choices: Choices): Json | undefined {
  if ('unknown' in pattern || 'absent' in pattern) return undefined;
  if ('optional' in pattern) return choices.chance(50) ? undefined : fittingValue(pattern.optional, choices);
  if ('is' in pattern) return pattern.is;
  if ('contains' in pattern) return pattern.contains;
  if ('oneOf' in pattern) return choices.pick(pattern.oneOf);
  if ('any' in pattern) return pattern.any === 'string' ? 'any text' : ANY_NUMBER;
  return (
    Math.floor(pattern.within.from) + choices.below(Math.floor(pattern.within.to - pattern.within.from) + 1)
  );
}

function fittingVersion(pattern: VersionPattern, { newId }: Making): string | undefined {
  if ('none' in pattern) return undefined;
  return 'is' in pattern ? pattern.is : newId();
}

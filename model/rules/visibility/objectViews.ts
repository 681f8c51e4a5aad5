import type { Call } from '../../call.ts';
import type { Kind } from '../../command.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation, VersionPattern } from '../../pattern/objectPattern.ts';
import type { Facts } from '../../world/facts.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { joined } from '../../world/knownSettings.ts';
import { daysShown, levelShown } from '../limits/apiVersion.ts';
import { recoverableDays, recoveryLevel, settingsShown } from '../purgeProtection/recoveryLevel.ts';

/** The ways in which answers show an object. */
export type View = 'value' | 'bundle' | 'item';

const COMMON = ['enabled', 'nbf', 'exp', 'created', 'updated', 'tags', 'managed'] as const;

/** The fields of its own that each view of a kind shows; a secret's value only comes from set and get. */
const VIEWS: Readonly<Record<Kind, Readonly<Record<View, readonly string[]>>>> = {
  secret: {
    value: [...COMMON, 'contentType', 'kid', 'value'],
    bundle: [...COMMON, 'contentType', 'kid'],
    item: [...COMMON, 'contentType'],
  },
};

/** The fields of an object that a view shows when the object has them. */
export function viewFields(kind: Kind, view: View): readonly string[] {
  return VIEWS[kind][view];
}

/** Fields that every object has. */
const ALWAYS: readonly string[] = ['enabled', 'created', 'updated', 'value'];

/** What an object with these facts may look like in a view, in a vault with these settings. */
export function showObject(
  call: Call,
  view: View,
  version: VersionPattern,
  facts: Facts,
  settings: KnownSettings,
): ObjectPattern {
  const { kind } = call.command;
  const fields: Record<string, FieldPattern> = {};
  for (const field of viewFields(kind, view)) fields[field] = showFact(call, field, facts[field]);
  const level = showLevel(call, settings);
  return { name: call.name, version, fields: { ...fields, ...level.fields }, relations: level.relations };
}

function showFact(call: Call, field: string, fact: Facts[string] | undefined): FieldPattern {
  if (fact === undefined) return ALWAYS.includes(field) ? unknownButPresent(field) : { unknown: true };
  if (!call.strictness.service && saysNothing(field, fact)) {
    return { optional: { oneOf: field === 'tags' ? [{}] : field === 'managed' ? [false] : [''] } };
  }
  return fact === null ? { absent: true } : { is: fact };
}

function unknownButPresent(field: string): FieldPattern {
  if (field === 'enabled') return { oneOf: [true, false] };
  return { any: field === 'value' ? 'string' : 'integer' };
}

/** Whether a field's absence and an empty value say the same to any client. */
function saysNothing(field: string, fact: Facts[string]): boolean {
  if (field !== 'tags' && field !== 'contentType' && field !== 'managed') return false;
  return (
    fact === null ||
    fact === '' ||
    fact === false ||
    (field === 'tags' && Object.keys(fact ?? {}).length === 0)
  );
}

/** PP-09, RT-02: the vault's level and days, the same on each of its objects. */
function showLevel(
  call: Call,
  settings: KnownSettings,
): { readonly fields: Record<string, FieldPattern>; readonly relations: readonly Relation[] } {
  const { shown, lowerCase } = levelShown(call);
  const level = recoveryLevel(settings);
  const days = recoverableDays(settings);
  const levelPattern: FieldPattern = level === undefined ? { any: 'string' } : { is: level };
  const daysPattern: FieldPattern = days === undefined ? { any: 'integer' } : { is: days };
  const fields: Record<string, FieldPattern> = {
    recoveryLevel: dose(shown, levelPattern),
    recoverylevel: dose(lowerCase, levelPattern),
    recoverableDays: dose(daysShown(call), daysPattern),
  };
  if (level !== undefined && days !== undefined) return { fields, relations: [] };
  const demand = 'a recovery level and days that agree with each other and with the vault (PP-09, RT-02)';
  const holds: Relation['holds'] = (seen) => {
    const told = settingsShown(seen);
    return told !== undefined && joined(settings, told) !== undefined;
  };
  return { fields, relations: [{ field: 'recoveryLevel', demand, holds }] };
}

function dose(shown: 'shown' | 'hidden' | 'either', pattern: FieldPattern): FieldPattern {
  if (shown === 'hidden') return { absent: true };
  return shown === 'shown' ? pattern : { optional: pattern };
}

import type { Call } from '../../call.ts';
import type { Kind } from '../../command.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern, Relation, VersionPattern } from '../../pattern/objectPattern.ts';
import type { Facts } from '../../world/facts.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { joined } from '../../world/knownSettings.ts';
import { ASKED } from '../certificates/askedPolicy.ts';
import { daysShown, levelShown, type Shown } from '../limits/apiVersion.ts';
import { recoverableDays, recoveryLevel, settingsShown } from '../purgeProtection/recoveryLevel.ts';
import { serviceShapes } from './serviceShapes.ts';

/** The ways in which answers show an object. */
export type View = 'value' | 'bundle' | 'version' | 'versionUpdate' | 'restored' | 'item';

const COMMON = ['enabled', 'nbf', 'exp', 'created', 'updated', 'tags', 'managed'] as const;

const SECRET = [...COMMON, 'contentType', 'kid', 'previousVersion'];
const KEY_MATERIAL = ['kty', 'key_ops', 'n', 'e', 'crv', 'x', 'y', 'release_policy'];
const KEY = [...COMMON, ...KEY_MATERIAL, 'exportable', 'hsmPlatform', 'attestation'];
const CERTIFICATE = [...COMMON, 'kid', 'sid', 'x5t', 'cer', 'contentType', 'preserveCertOrder'];
const ISSUER = ['provider', 'credentials', 'org_details', 'enabled', 'created', 'updated'];

/** The fields of its own that a view shows; those that a kind does not tell apart are its bundle. */
type Views = { readonly bundle: readonly string[] } & { readonly [view in View]?: readonly string[] };

const VIEWS: Readonly<Record<Kind, Views>> = {
  // A secret's value only comes from set and get.
  secret: { bundle: SECRET, value: [...SECRET, 'value'], item: [...COMMON, 'contentType'] },
  key: { bundle: KEY, item: [...COMMON, 'exportable', 'hsmPlatform'] },
  // Recordings: a version asked for by id shows no policy, an imported or restored one no operation.
  certificate: {
    bundle: [...CERTIFICATE, 'policy', 'pending'],
    version: CERTIFICATE,
    versionUpdate: [...CERTIFICATE, 'pending'],
    restored: [...CERTIFICATE, 'policy'],
    item: [...COMMON, 'x5t', 'subject'],
  },
  issuer: { bundle: ISSUER, item: ['provider'] },
  contacts: { bundle: ['contacts'] },
  // Vaults are shown by the management plane, in a way of their own.
  vault: { bundle: [] },
};

/** Whether objects of a kind have versions; issuers and contacts are replaced as a whole. */
export function hasVersions(kind: Kind): boolean {
  return kind !== 'issuer' && kind !== 'contacts';
}

/** The fields of an object that a view shows when the object has them. */
export function viewFields(kind: Kind, view: View): readonly string[] {
  return VIEWS[kind][view] ?? VIEWS[kind].bundle;
}

/** Fields that every object of a kind has wherever a view shows them. */
const ALWAYS: Readonly<Record<Kind, readonly string[]>> = {
  secret: ['enabled', 'created', 'updated', 'value'],
  key: ['enabled', 'created', 'updated', 'kty', 'key_ops'],
  certificate: ['enabled', 'created', 'updated', 'nbf', 'exp'],
  issuer: ['provider', 'enabled', 'created', 'updated'],
  contacts: [],
  vault: [],
};

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
  if (call.strictness.service && fields.policy && 'unknown' in fields.policy) {
    const asked = facts[ASKED];
    // Recordings: a certificate shows its policy wherever it shows itself whole.
    fields.policy = asked === undefined ? { any: 'object' } : { contains: asked };
  }
  if (typeof facts.cer === 'string') Object.assign(fields, ownedFields(fields));
  if (!hasVersions(kind)) {
    return { name: call.name, version: { none: true }, fields, relations: [] };
  }
  if (kind === 'key') fields.purgedisabled = earlyField(call);
  if (isDeletion(call) && fields.release_policy) fields.release_policy = { optional: fields.release_policy };
  if (call.strictness.service && !mayBeManaged(call)) fields.managed = { absent: true };
  if (call.strictness.service && kind === 'certificate') fields.contentType = { absent: true };
  // Recordings: the items of deleted lists have no subject, those of the live ones have (427 of 427).
  if (fields.subject) fields.subject = subjectOf(call, fields.subject);
  const shapes = serviceShapes(call);
  // Recordings: the items of certificate lists have neither level nor days, those of the deleted ones have.
  if (kind === 'certificate' && view === 'item' && call.command.op !== 'listDeleted') {
    return { name: call.name, version, fields, relations: shapes };
  }
  const level = showLevel(call, settings);
  // A secret has a key where a certificate owns both.
  const owned = kind === 'certificate' || kind === 'secret' ? OWNED_IDS : [];
  const relations = [...level.relations, ...shapes, ...owned];
  return { name: call.name, version, fields: { ...fields, ...level.fields }, relations };
}

/** The service leaves the subject empty; no source says that others must. */
function subjectOf(call: Call, known: FieldPattern): FieldPattern {
  if (!call.strictness.service) return { unknown: true };
  return call.command.op === 'listDeleted' ? { absent: true } : known;
}

/** CR-04, CR-05: only reads show what a certificate owns; nothing can be done to it, and no deleted list has it. */
function mayBeManaged({ command }: Call): boolean {
  if (command.kind === 'certificate') return false;
  return ['get', 'getDeleted', 'list', 'listVersions'].includes(command.op);
}

/** Recordings: a deleted key may come without its release policy, which it keeps. */
function isDeletion({ command }: Call): boolean {
  return command.kind === 'key' && (command.op === 'delete' || command.op === 'getDeleted');
}

/** Services up to 2017 told so whether a key could be purged. */
function earlyField(call: Call): FieldPattern {
  return call.window.from < Date.UTC(2018, 0, 1) / 1000
    ? { optional: { oneOf: [true, false] } }
    : { absent: true };
}

/** CR-01: the key and the secret of a certificate have its name and its version. */
const OWNED_IDS: readonly Relation[] = (['kid', 'sid'] as const).map((field) => ({
  field,
  demand: "the address of its own key or secret, under the certificate's name and version",
  holds: (fields, view) => {
    const collection = field === 'kid' ? 'keys' : 'secrets';
    const own = `${collection}/${view.name}/${view.version ?? ''}`.toLowerCase();
    return fields[field] === undefined || view.version === undefined || fields[field] === own;
  },
}));

/** CR-01, and recordings: a certificate that is there has a thumbprint, a key and a secret (4,219 of 4,219). */
function ownedFields(fields: Readonly<Record<string, FieldPattern>>): Record<string, FieldPattern> {
  const unknown = ['x5t', 'kid', 'sid'].filter((field) => fields[field] && 'unknown' in fields[field]);
  return Object.fromEntries(unknown.map((field) => [field, { any: 'string' }]));
}

function showFact(call: Call, field: string, fact: Facts[string] | undefined): FieldPattern {
  if (fact === undefined) {
    return ALWAYS[call.command.kind].includes(field) ? unknownButPresent(field) : { unknown: true };
  }
  if (!call.strictness.service && saysNothing(field, fact)) {
    return { optional: { oneOf: field === 'tags' ? [{}] : field === 'managed' ? [false] : [''] } };
  }
  return fact === null ? { absent: true } : { is: fact };
}

function unknownButPresent(field: string): FieldPattern {
  if (field === 'enabled') return { oneOf: [true, false] };
  if (field === 'key_ops') return { any: 'list' };
  return { any: ['value', 'kty', 'provider'].includes(field) ? 'string' : 'integer' };
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
    recoverableDays: dose(daysFor(call, settings), daysPattern),
  };
  // An api-version that shows no days shows a customized level without them.
  const mustShowDays = daysFor(call, settings) === 'shown';
  const custom = call.strictness.service && mustShowDays ? [DAYS_OF_CUSTOM] : [];
  if (level !== undefined && days !== undefined) return { fields, relations: custom };
  const demand = 'a recovery level and days that agree with each other and with the vault (PP-09, RT-02)';
  const holds: Relation['holds'] = (seen) => {
    const told = settingsShown(seen);
    return told !== undefined && joined(settings, told) !== undefined;
  };
  return { fields, relations: [{ field: 'recoveryLevel', demand, holds }, ...custom] };
}

/** Customized levels came with the days that explain them (recordings: 4,585 of 4,585). */
const DAYS_OF_CUSTOM: Relation = {
  field: 'recoverableDays',
  demand: 'shown with a customized level',
  holds: ({ recoveryLevel: level, recoverableDays: days }) =>
    days !== undefined || !String(level ?? '').startsWith('Customized'),
};

/** A client whose version is not recorded speaks the same one throughout. */
function daysFor(call: Call, { showsDays }: KnownSettings): Shown {
  const shown = daysShown(call);
  if (shown !== 'either' || call.command.apiVersion !== undefined || showsDays === undefined) return shown;
  return showsDays ? 'shown' : 'hidden';
}

function dose(shown: 'shown' | 'hidden' | 'either', pattern: FieldPattern): FieldPattern {
  if (shown === 'hidden') return { absent: true };
  return shown === 'shown' ? pattern : { optional: pattern };
}

import type { Answer, ObjectView } from '../../answer.ts';
import type { Command } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import type { Json } from '../../json.ts';

/** An answer that differs in one respect from one that the rules allow, and in which. */
export interface Corruption {
  readonly what: string;
  readonly answer: Answer;
}

/** Ways to spoil an answer that no rule allows, whatever the state of the vault. */
export function corruptions(command: Command, answer: Answer): readonly Corruption[] {
  return [
    { what: 'status', answer: { ...answer, status: answer.status < 400 ? 299 : 499 } },
    ...refusalCorruptions(command, answer),
    ...objectCorruptions(command, answer),
    ...pageCorruptions(answer),
    ...(answer.blob === undefined ? [] : [{ what: 'no blob', answer: without(answer, 'blob') }]),
  ];
}

/** A code or an inner code that the service does not have. */
function refusalCorruptions({ op }: Command, answer: Answer): readonly Corruption[] {
  const { refusal } = answer;
  // Where no source tells the code, any will do.
  if (refusal?.code === undefined || refusal.code === 'NotSupported') return [];
  const wrong = [{ what: 'code', answer: { ...answer, refusal: { ...refusal, code: 'Nonsense' } } }];
  // Which inner code a restore has that meets a live or deleted object is not known.
  if (op === 'restore' && refusal.code === 'Conflict') return wrong;
  return [
    ...wrong,
    { what: 'inner code', answer: { ...answer, refusal: { ...refusal, inner: 'Nonsense' } } },
  ];
}

function objectCorruptions(command: Command, answer: Answer): readonly Corruption[] {
  const { object } = answer;
  if (!object) return [];
  const wrongVersion = object.version === undefined ? 'f'.repeat(32) : otherVersion(command, object.version);
  return [
    { what: 'no object', answer: without(answer, 'object') },
    { what: 'name', answer: { ...answer, object: { ...object, name: `${object.name}x` } } },
    { what: 'version', answer: { ...answer, object: { ...object, version: wrongVersion } } },
    ...fieldCorruptions(object).map(({ what, view }) => ({ what, answer: { ...answer, object: view } })),
  ];
}

/** A new version may have any id that is one; no other answer may show another version than the one it shows. */
function otherVersion({ op }: Command, version: string): string {
  return op === 'set' ? 'A'.repeat(32) : version.replaceAll(/./g, (digit) => (digit === '0' ? '1' : '0'));
}

function pageCorruptions(answer: Answer): readonly Corruption[] {
  const { page } = answer;
  if (!page) return [];
  const [first, ...rest] = page.items;
  const withItems = (what: string, items: readonly ObjectView[]): Corruption => ({
    what,
    answer: { ...answer, page: { ...page, items } },
  });
  const none = { what: 'no list', answer: without(answer, 'page') };
  if (!first) return [none];
  return [
    none,
    withItems('an item twice', [first, ...page.items]),
    ...fieldCorruptions(first).map(({ what, view }) => withItems(`item: ${what}`, [view, ...rest])),
  ];
}

function fieldCorruptions(
  object: ObjectView,
): readonly { readonly what: string; readonly view: ObjectView }[] {
  const changed = Object.entries(object.fields).flatMap(([field, value]) => [
    { what: `other ${field}`, view: withFields(object, { [field]: other(value) }) },
    // A client sees no difference between no tags and an empty set of them, nor between not managed and nothing.
    ...(saysNothing(field, value)
      ? []
      : [{ what: `no ${field}`, view: { ...object, fields: omit(object.fields, field) } }]),
  ]);
  const added = Object.entries(STRANGE)
    .filter(([field]) => object.fields[field] === undefined)
    .map(([field, value]) => ({ what: `added ${field}`, view: withFields(object, { [field]: value }) }));
  return [...changed, ...added];
}

/** Values that stand where the histories' objects have nothing. */
const STRANGE: Fields = {
  value: 'somebody else wrote this',
  contentType: 'text/strange',
  tags: { strange: 'tag' },
  nbf: 12,
  exp: 13,
  managed: true,
  kid: 'keys/strange/1',
  recoveryId: 'deletedsecrets/strange',
  deletedDate: 14,
  scheduledPurgeDate: 15,
  recoverylevel: 'Recoverable',
};

function other(value: Json): Json {
  if (typeof value === 'number') return value + 5000;
  if (typeof value === 'string') return `${value}x`;
  if (typeof value === 'boolean') return !value;
  return { strange: 'tag' };
}

function saysNothing(field: string, value: Json): boolean {
  if (field === 'managed') return value === false;
  if (field === 'contentType') return value === '';
  return field === 'tags' && typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function withFields(object: ObjectView, fields: Fields): ObjectView {
  return { ...object, fields: { ...object.fields, ...fields } };
}

function omit(fields: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== field));
}

function without(answer: Answer, part: 'object' | 'page' | 'blob'): Answer {
  const { [part]: _left, ...rest } = answer;
  return rest;
}

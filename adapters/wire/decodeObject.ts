import type { ObjectView, Oddity } from '../../model/answer.ts';
import type { Kind } from '../../model/command.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { type FieldShape, fieldShapes, typeProblem } from './fieldShape.ts';
import { parseObjectId } from './objectId.ts';

/** An object as decoded, and what in it is not of the kind's shape. */
export interface DecodedObject {
  /** Absent when the body shows no readable id, and so is no object. */
  readonly object?: ObjectView;
  readonly oddities: readonly Oddity[];
}

/**
 * Reads one bundle or list item of a kind. Every field of the JSON either becomes a field of the view or an oddity:
 * nothing a target answers is overlooked.
 * @param expectedHost the authority that ids must carry, where it is known
 */
export function decodeObject(kind: Kind, json: Json, at: string, expectedHost?: string): DecodedObject {
  if (!isObject(json)) return { oddities: [{ kind: 'type', path: at, problem: 'not a JSON object' }] };
  const leaves = leavesOf(json);
  const oddities: Oddity[] = [];
  const odd: Odd = (kind, path, problem) => {
    oddities.push({ kind, path: join(at, path), problem });
  };
  const fields: Record<string, Json> = {};
  const shapes = new Map(fieldShapes(kind).map((shape) => [shape.path, shape]));
  for (const [path, value] of leaves) {
    if (path === 'id') continue;
    const shape = shapes.get(path);
    if (!shape) odd('extra', path, 'a field that this answer does not have');
    else readField(shape, value, fields, odd);
  }
  const id = readId(kind, leaves.get('id'), odd, expectedHost);
  checkRecoveryId(id?.host, id?.name, leaves.get('recoveryId'), fields, odd);
  if (!id) return { oddities };
  const view = { name: id.name, fields };
  return { object: id.version === undefined ? view : { ...view, version: id.version }, oddities };
}

type Odd = (kind: Oddity['kind'], path: string, problem: string) => void;

function readField(shape: FieldShape, value: Json, fields: Record<string, Json>, odd: Odd): void {
  // The service leaves empty fields out; some emulators write null instead, which says the same.
  if (value === null) return;
  const problem = typeProblem(shape.type, value);
  if (problem) odd('type', shape.path, problem);
  else fields[shape.field] = shape.type === 'id' ? withoutHost(String(value)) : value;
}

function readId(
  kind: Kind,
  value: Json | undefined,
  odd: Odd,
  expectedHost?: string,
): ReturnType<typeof parseObjectId> {
  if (value === undefined) {
    odd('missing', 'id', 'missing');
    return undefined;
  }
  const id = typeof value === 'string' ? parseObjectId(value) : undefined;
  if (!id || id.kind !== kind || id.deleted) {
    odd('id', 'id', `not the id of a ${kind}: ${JSON.stringify(value)}`);
    return undefined;
  }
  if (expectedHost !== undefined && id.host !== expectedHost) odd('id', 'id', `names the vault ${id.host}`);
  return id;
}

/** DL-02: the recovery id is the deleted object's own address, without a version. */
function checkRecoveryId(
  host: string | undefined,
  name: string | undefined,
  value: Json | undefined,
  fields: Readonly<Record<string, Json>>,
  odd: Odd,
): void {
  if (fields.recoveryId === undefined || typeof value !== 'string') return;
  const id = parseObjectId(value);
  const same =
    id?.name.toLowerCase() === name?.toLowerCase() && id?.host.toLowerCase() === host?.toLowerCase();
  if (!id?.deleted || id.version !== undefined || !same)
    odd('id', 'recoveryId', `not this object's recovery id: ${value}`);
}

function withoutHost(id: string): string {
  return id.replace(/^https?:\/\/[^/]+\//, '').toLowerCase();
}

/** Every leaf of the body by its path, one level of `attributes` deep: no kind of secret nests further. */
function leavesOf(json: JsonObject): Map<string, Json> {
  const leaves = new Map<string, Json>();
  for (const [name, value] of Object.entries(json)) {
    if (name === 'attributes' && isObject(value)) {
      for (const [inner, leaf] of Object.entries(value)) leaves.set(`attributes.${inner}`, leaf);
    } else leaves.set(name, value);
  }
  return leaves;
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function join(at: string, path: string): string {
  return at === '' ? path : `${at}.${path}`;
}

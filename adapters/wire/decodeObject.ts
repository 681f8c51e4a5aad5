import type { ObjectView, Oddity } from '../../model/answer.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { kindOfSegment } from './collection.ts';
import { documentOddities } from './documents/documentShape.ts';
import { type FieldShape, fieldShapes, typeProblem } from './fieldShape.ts';
import { parseObjectId } from './objectId.ts';
import { idPaths, parseResourceId, type Resource, type ResourceId } from './resource.ts';

/** An object as decoded, and what in it is not of the resource's shape. */
export interface DecodedObject {
  /** Absent when the body shows no readable id, and so is no object. */
  readonly object?: ObjectView;
  readonly oddities: readonly Oddity[];
}

/**
 * Reads one bundle, list item or document. Every field of the JSON either becomes a field of the view or an oddity:
 * nothing a target answers is overlooked.
 * @param expectedHost the authority that ids must carry, where it is known
 * @param name the name to go by where a body carries no id, as the default of a rotation policy does
 */
export function decodeObject(
  resource: Resource,
  json: Json,
  at: string,
  expectedHost?: string,
  name?: string,
): DecodedObject {
  if (!isObject(json)) return { oddities: [{ kind: 'type', path: at, problem: 'not a JSON object' }] };
  const oddities: Oddity[] = [];
  const odd: Odd = (kind, path, problem) => {
    oddities.push({ kind, path: at === '' ? path : `${at}.${path}`, problem });
  };
  const fields: Record<string, Json> = {};
  const shapes = new Map(fieldShapes(resource).map((shape) => [shape.path, shape]));
  const leaves = leavesOf(json, shapes);
  const idPath = idPaths(resource).find((path) => leaves.has(path)) ?? 'id';
  for (const [path, value] of leaves) {
    if (path === idPath) continue;
    const shape = shapes.get(path);
    if (shape) readField(shape, value, fields, odd, expectedHost);
    else odd('extra', path, 'a field that this answer does not have');
  }
  const id = readId(resource, leaves.get(idPath) ?? undefined, odd, expectedHost, name);
  checkRecoveryId(id, leaves.get('recoveryId'), fields, odd);
  if (!id) return { oddities };
  const view = { name: id.name, fields };
  return { object: id.version === undefined ? view : { ...view, version: id.version }, oddities };
}

type Odd = (kind: Oddity['kind'], path: string, problem: string) => void;

function readField(
  shape: FieldShape,
  value: Json,
  fields: Record<string, Json>,
  odd: Odd,
  expectedHost: string | undefined,
): void {
  // The service leaves empty fields out; some emulators write null instead, which says the same.
  if (value === null) {
    if (!shape.nullable) odd('style', shape.path, 'null');
    return;
  }
  const problem = typeProblem(shape.type, value);
  if (problem) {
    odd('type', shape.path, problem);
    return;
  }
  for (const { path, problem } of shape.document ? documentOddities(shape.document, value, shape.path) : []) {
    odd('style', path, problem);
  }
  if (shape.type === 'id') {
    checkAddress(String(value), shape.path, odd, expectedHost);
    fields[shape.field] = withoutAddress(String(value));
  } else fields[shape.field] = shape.field === 'policy' ? withoutEmptyNames(value) : value;
}

function readId(
  resource: Resource,
  value: Json | undefined,
  odd: Odd,
  expectedHost: string | undefined,
  name: string | undefined,
): ResourceId | undefined {
  if (value === undefined) {
    if (name !== undefined) return { host: expectedHost ?? '', name };
    odd('missing', 'id', 'missing');
    return undefined;
  }
  const id = typeof value === 'string' ? parseResourceId(resource, value) : undefined;
  if (!id) {
    odd('id', 'id', `not the id of a ${resource}: ${JSON.stringify(value)}`);
    return undefined;
  }
  if (expectedHost !== undefined && !equal(id.host, expectedHost)) {
    odd('id', 'id', `of another vault: ${id.host}`);
  } else checkAddress(String(value), 'id', odd, expectedHost);
  return id;
}

/** The service's ids are addresses in the vault that answers, over HTTPS. */
function checkAddress(id: string, path: string, odd: Odd, expectedHost: string | undefined): void {
  const [, scheme, host = ''] = /^(?:(https?):\/\/([^/]+))?/.exec(id) ?? [];
  const isThere = expectedHost === undefined || equal(host.replace(/:443$/, ''), expectedHost);
  if (scheme !== 'https' || !isThere) odd('style', path, `not an address in this vault: ${id}`);
}

/** DL-02: the recovery id is the deleted object's own address, without a version. */
function checkRecoveryId(
  own: ResourceId | undefined,
  value: Json | undefined,
  fields: Readonly<Record<string, Json>>,
  odd: Odd,
): void {
  if (fields.recoveryId === undefined || typeof value !== 'string') return;
  const id = parseObjectId(value);
  const isOwn = equal(id?.name, own?.name) && equal(id?.host, own?.host);
  if (!id?.deleted || id.version !== undefined || !isOwn) {
    odd('id', 'recoveryId', `not this object's recovery id: ${value}`);
  }
}

function equal(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

/** A policy without alternative names says so with an empty list of them, or with none. */
function withoutEmptyNames(policy: Json): Json {
  if (!isObject(policy) || !isObject(policy.x509_props ?? null)) return policy;
  const { sans, ...properties } = policy.x509_props as JsonObject;
  const isEmpty = sans !== undefined && isObject(sans) && Object.keys(sans).length === 0;
  return isEmpty ? { ...policy, x509_props: properties } : policy;
}

/** An id from its collection on: what stands before is the vault's address, which may have a path of its own. */
function withoutAddress(id: string): string {
  const path = id.replace(/^https?:\/\/[^/]+\//, '').toLowerCase();
  const segments = path.split('/');
  const at = segments.findIndex((segment) => kindOfSegment(segment));
  return at < 0 ? path : segments.slice(at).join('/');
}

/** Every leaf of the body by its path; a field that is a document of its own is a leaf. */
function leavesOf(json: JsonObject, shapes: ReadonlyMap<string, FieldShape>, at = ''): Map<string, Json> {
  const leaves = new Map<string, Json>();
  for (const [name, value] of Object.entries(json)) {
    const path = at === '' ? name : `${at}.${name}`;
    const isParent =
      isObject(value) && !shapes.has(path) && [...shapes.keys()].some((key) => key.startsWith(`${path}.`));
    if (isParent) for (const [inner, leaf] of leavesOf(value, shapes, path)) leaves.set(inner, leaf);
    else if (value !== null || !isEnvelope(path, shapes)) leaves.set(path, value);
  }
  return leaves;
}

/** Whether a path only holds other fields: `attributes: null` says that there are none. */
function isEnvelope(path: string, shapes: ReadonlyMap<string, FieldShape>): boolean {
  return !shapes.has(path) && [...shapes.keys()].some((key) => key.startsWith(`${path}.`));
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

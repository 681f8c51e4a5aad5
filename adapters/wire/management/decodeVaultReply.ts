import type { Answer, Oddity } from '../../../model/answer.ts';
import type { Command } from '../../../model/command.ts';
import type { Json, JsonObject } from '../../../model/json.ts';
import { documentOddities } from '../documents/documentShape.ts';
import {
  CHECK_DOCUMENT,
  POLICIES_DOCUMENT,
  PURGE_DONE_DOCUMENT,
  PURGE_PENDING_DOCUMENT,
} from '../documents/vaultDocuments.ts';
import type { RawReply } from '../rawReply.ts';
import { decodeVault } from './decodeVault.ts';

/** Reads a successful reply of the management plane into an answer. */
export function decodeVaultReply(command: Command, { status, body, headers }: RawReply): Answer {
  const operation = operationOf(headers?.location);
  const begun = operation === undefined ? {} : { operation };
  switch (command.op) {
    case 'delete':
    case 'purge':
    // Of resource groups and of what hangs on vaults only whether it is there matters.
    case 'putExtension':
    case 'getExtension':
    case 'createGroup':
    case 'deleteGroup':
      return { status, ...begun, oddities: [] };
    case 'getPurgeResult':
      return decodeProgress(status, body);
    case 'list':
    case 'listDeleted':
      return decodePage(status, body, command.op === 'listDeleted');
    case 'checkName':
      return decodeCheck(command.name, status, body);
    case 'updateAccessPolicy':
      return decodePolicies(command.name, status, body);
    default:
      return decodeOne(status, body, command.op === 'getDeleted');
  }
}

/** The last segment of the address at which an operation's progress can be asked for (PG-07). */
function operationOf(location: string | undefined): string | undefined {
  const path = location?.split('?')[0];
  return path === undefined || !/\/operationResults\//i.test(path) ? undefined : path.split('/').at(-1);
}

function decodeOne(status: number, body: Json | undefined, deleted: boolean): Answer {
  if (body === undefined) return { status, oddities: [{ kind: 'missing', path: '', problem: 'missing' }] };
  const oddities: Oddity[] = [];
  const object = decodeVault(body, '', deleted, oddities);
  return { status, oddities, ...(object && { object }) };
}

function decodePage(status: number, body: Json | undefined, deleted: boolean): Answer {
  const values = isObject(body) ? body.value : undefined;
  if (!isObject(body) || !Array.isArray(values)) {
    return { status, oddities: [{ kind: 'type', path: 'value', problem: 'not a list' }] };
  }
  const oddities: Oddity[] = [...surplus(body, ['value', 'nextLink'])];
  const items = values.flatMap((value, i) => decodeVault(value, `value[${i}]`, deleted, oddities) ?? []);
  const next = body.nextLink;
  // Recordings: the last page is one without such a field, or one whose field is empty.
  if (next !== undefined && typeof next !== 'string') {
    oddities.push({ kind: 'style', path: 'nextLink', problem: 'not a string' });
  }
  return { status, page: { items, ...(typeof next === 'string' && next !== '' && { next }) }, oddities };
}

/** PG-07: `{"createdDateTime", "lastActionDateTime", "status"}`, of which the second comes with the end. */
function decodeProgress(status: number, body: Json | undefined): Answer {
  const document = status === 200 ? PURGE_DONE_DOCUMENT : PURGE_PENDING_DOCUMENT;
  const oddities = documentOddities(document, body ?? null, '');
  const isTold = isObject(body) && typeof body.status === 'string';
  return { status, ...(isTold && { progress: String(body.status) }), oddities };
}

function decodeCheck(name: string, status: number, body: Json | undefined): Answer {
  if (!isObject(body) || typeof body.nameAvailable !== 'boolean') {
    return { status, oddities: [{ kind: 'missing', path: 'nameAvailable', problem: 'missing' }] };
  }
  const known = Object.entries(body).filter(([, value]) => value !== null);
  const oddities = documentOddities(CHECK_DOCUMENT, body, '');
  return { status, object: { name, fields: Object.fromEntries(known) }, oddities };
}

function decodePolicies(name: string, status: number, body: Json | undefined): Answer {
  const properties = isObject(body) ? body.properties : undefined;
  const accessPolicies = isObject(properties) ? properties.accessPolicies : undefined;
  if (accessPolicies === undefined) {
    return { status, oddities: [{ kind: 'missing', path: 'properties.accessPolicies', problem: 'missing' }] };
  }
  return {
    status,
    object: { name, fields: { accessPolicies } },
    oddities: documentOddities(POLICIES_DOCUMENT, body ?? null, ''),
  };
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function surplus(json: JsonObject, known: readonly string[]): Oddity[] {
  return Object.keys(json)
    .filter((key) => !known.includes(key))
    .map((key) => ({ kind: 'extra', path: key, problem: 'a field that this answer does not have' }));
}

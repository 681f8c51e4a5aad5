import type { Answer, Oddity, Page, Refusal } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { type DecodedObject, decodeObject } from './decodeObject.ts';
import { decodeVaultReply } from './management/decodeVaultReply.ts';
import type { RawReply } from './rawReply.ts';
import { resourceOf } from './resource.ts';

/**
 * Reads a reply into an answer.
 * @param expectedHost the authority that ids must carry, where it is known
 */
export function decodeReply(command: Command, reply: RawReply, expectedHost?: string): Answer {
  const { status, body } = reply;
  if (status >= 400) return { ...decodeRefusal(status, body), ...challengeOf(reply) };
  if (command.kind === 'vault') return decodeVaultReply(command, reply);
  if (command.op === 'purge') {
    const oddities =
      body === undefined || body === '' || body === null
        ? []
        : [{ kind: 'extra' as const, path: '', problem: 'a body' }];
    return { status, oddities };
  }
  if (command.op === 'backup') return decodeBackup(status, body);
  if (command.op === 'list' || command.op === 'listDeleted' || command.op === 'listVersions') {
    return decodePage(command, status, body, expectedHost);
  }
  if (body === undefined) return { status, oddities: [{ kind: 'missing', path: '', problem: 'missing' }] };
  if (command.op === 'use' && (command.use === 'verify' || command.use === 'release')) {
    return decodeResult(status, body, command.use === 'verify' ? 'boolean' : 'string');
  }
  const name = 'name' in command ? command.name : undefined;
  const decoded = decodeObject(
    resourceOf(command),
    body,
    '',
    expectedHost,
    isDefault(command) ? name : undefined,
  );
  return { status, oddities: decoded.oddities, ...(decoded.object && { object: decoded.object }) };
}

/** A rotation policy that nobody has set carries no id. */
function isDefault(command: Command): boolean {
  return command.op === 'getRotationPolicy';
}

/** `{"value": true}`: whether a signature fits; or the token of a release. Neither names the key. */
function decodeResult(status: number, body: Json, type: 'boolean' | 'string'): Answer {
  if (!isObject(body) || typeof body.value !== type) {
    return { status, oddities: [{ kind: 'missing', path: 'value', problem: 'missing' }] };
  }
  return { status, oddities: extra(body, ['value'], '') };
}

/** ER-03: where a caller who was not let in can get a token. */
function challengeOf({ status, headers }: RawReply): Pick<Answer, 'challenge'> {
  const challenge = headers?.['www-authenticate'];
  return status === 401 && challenge !== undefined ? { challenge } : {};
}

/** ER-01: `{"error": {"code", "message", "innererror": {"code"}}}`. */
function decodeRefusal(status: number, body: Json | undefined): Answer {
  const error = isObject(body) ? body.error : undefined;
  if (!isObject(body) || !isObject(error)) {
    const oddity: Oddity =
      typeof body === 'string' && body !== ''
        ? { kind: 'type', path: 'error', problem: 'a text that is not JSON' }
        : { kind: 'missing', path: 'error', problem: 'missing' };
    return { status, refusal: {}, oddities: [oddity] };
  }
  const inner = isObject(error.innererror) ? error.innererror : undefined;
  const refusal: Refusal = {
    ...(typeof error.code === 'string' && { code: error.code }),
    ...(typeof inner?.code === 'string' && { inner: inner.code }),
    ...(typeof error.message === 'string' && { message: error.message }),
  };
  const oddities: Oddity[] = [
    ...extra(body, ['error'], ''),
    ...extra(error, ['code', 'message', 'innererror'], 'error'),
    ...(inner ? extra(inner, ['code', 'innererror'], 'error.innererror') : []),
  ];
  if (refusal.message === undefined)
    oddities.push({ kind: 'missing', path: 'error.message', problem: 'missing' });
  if (refusal.code === undefined) oddities.push({ kind: 'missing', path: 'error.code', problem: 'missing' });
  return { status, refusal, oddities };
}

function decodeBackup(status: number, body: Json | undefined): Answer {
  if (!isObject(body) || typeof body.value !== 'string') {
    return { status, oddities: [{ kind: 'missing', path: 'value', problem: 'missing' }] };
  }
  return { status, blob: body.value, oddities: extra(body, ['value'], '') };
}

function decodePage(command: Command, status: number, body: Json | undefined, expectedHost?: string): Answer {
  if (!isObject(body))
    return { status, oddities: [{ kind: 'type', path: '', problem: 'not a JSON object' }] };
  const oddities: Oddity[] = [...extra(body, ['value', 'nextLink'], '')];
  // An empty list was `"value": null` for two years (2017-02 to 2019-06).
  const values = body.value === null ? [] : body.value;
  if (!Array.isArray(values)) {
    oddities.push({ kind: 'type', path: 'value', problem: 'not a list' });
    return { status, oddities };
  }
  const decoded = values.map((value, i) => decodeObject(command.kind, value, `value[${i}]`, expectedHost));
  const next = body.nextLink;
  // Recordings: each page has the field, 16,228 of 16,228.
  if (next === undefined) oddities.push({ kind: 'style', path: 'nextLink', problem: 'missing' });
  if (next !== undefined && next !== null && typeof next !== 'string') {
    oddities.push({ kind: 'type', path: 'nextLink', problem: 'not a string' });
  }
  const page: Page = {
    items: decoded.flatMap((item) => item.object ?? []),
    ...(typeof next === 'string' && next !== '' && { next }),
  };
  return { status, page, oddities: [...oddities, ...decoded.flatMap(itemOddities)] };
}

function itemOddities({ object, oddities }: DecodedObject): readonly Oddity[] {
  return object ? oddities.map((oddity) => ({ ...oddity, item: object.name })) : oddities;
}

function extra(json: JsonObject, known: readonly string[], at: string): Oddity[] {
  return Object.keys(json)
    .filter((key) => !known.includes(key))
    .map((key) => ({
      kind: 'extra',
      path: at ? `${at}.${key}` : key,
      problem: 'a field that this answer does not have',
    }));
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

import { createHash } from 'node:crypto';
import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { WireReply, WireRequest } from '../../model/event.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { LIMITS } from '../../model/rules/limits/invalidRequest.ts';

/**
 * What stands for a secret text in logs: the same for the same text, so that what was judged by its equality can be
 * judged again. A text that may be too large to be a secret's value keeps its size, because that is what it is refused for.
 */
export function valueToken(value: string): string {
  if (value === '' || /^<\w+:[0-9a-f]{8}(;bytes=\d+)?>$/.test(value)) return value;
  const hash = createHash('sha256').update(value).digest('hex').slice(0, 8);
  const bytes = Buffer.byteLength(value);
  return bytes > LIMITS.surelyAccepted ? `<value:${hash};bytes=${bytes}>` : `<value:${hash}>`;
}

/** The command without the secret it carries. */
export function scrubCommand(command: Command): Command {
  if (command.op === 'restore') return { ...command, blob: valueToken(command.blob) };
  if (!('input' in command) || command.input === undefined || command.input === 'unrecorded') return command;
  const scrubbed = scrubFields(command.input);
  return scrubbed === command.input ? command : { ...command, input: scrubbed };
}

/** Members of bodies that hold a secret as a text: values, what is signed or wrapped, passwords of files. */
const SECRETS: readonly string[] = ['value', 'pwd'];

/** The members of a JSON Web Key that only its owner has (RFC 7518, section 6). */
const PRIVATE: readonly string[] = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'key_hsm'];

/** Fields or a body without what is secret in them: the same object when nothing is. */
function scrubFields<T extends JsonObject>(fields: T): T {
  const scrubbed: Record<string, Json> = {};
  for (const name of SECRETS) {
    const value = fields[name];
    if (typeof value === 'string') scrubbed[name] = valueToken(value);
  }
  const { key, credentials } = fields;
  if (isObject(key) && PRIVATE.some((part) => part in key)) scrubbed.key = without(key, PRIVATE);
  if (isObject(credentials)) scrubbed.credentials = scrubFields(credentials);
  return Object.keys(scrubbed).length === 0 ? fields : { ...fields, ...scrubbed };
}

/** A key whose private members are told by tokens. */
function without(key: JsonObject, parts: readonly string[]): JsonObject {
  const told = Object.entries(key).map(([name, value]): [string, Json] => [
    name,
    parts.includes(name) ? valueToken(JSON.stringify(value)) : value,
  ]);
  return Object.fromEntries(told);
}

/** The answer without the secrets it shows. */
export function scrubAnswer(answer: Answer | Lost): Answer | Lost {
  if ('lost' in answer) return answer;
  if (answer.blob !== undefined) return { ...answer, blob: valueToken(answer.blob) };
  const value = answer.object?.fields.value;
  if (!answer.object || typeof value !== 'string') return answer;
  return {
    ...answer,
    object: { ...answer.object, fields: { ...answer.object.fields, value: valueToken(value) } },
  };
}

/** The request as a log may keep it: no credentials, no secret values. */
export function scrubRequest(command: Command, request: WireRequest): WireRequest {
  const { authorization: _credentials, ...headers } = request.headers ?? {};
  const scrubbed = request.headers ? { ...request, headers } : request;
  if (request.body === undefined || !carriesValue(command)) return scrubbed;
  return { ...scrubbed, body: scrubBody(request.body) };
}

/** The reply as a log may keep it: no secret values, no cookies. */
export function scrubReply(command: Command, reply: WireReply): WireReply {
  const { 'set-cookie': _cookies, ...headers } = reply.headers;
  const scrubbed = { ...reply, headers };
  if (reply.body === undefined || !carriesValue(command)) return scrubbed;
  return { ...scrubbed, body: scrubBody(reply.body) };
}

/** Lists carry the items of their pages under `value`; every other body that has one carries a secret there. */
function carriesValue(command: Command): boolean {
  return command.op !== 'list' && command.op !== 'listDeleted' && command.op !== 'listVersions';
}

function scrubBody(body: Json): Json {
  return isObject(body) ? scrubFields(body) : body;
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

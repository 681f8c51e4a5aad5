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
  if ((command.op !== 'set' && command.op !== 'update') || command.input === 'unrecorded') return command;
  const { value } = command.input;
  return typeof value === 'string'
    ? { ...command, input: { ...command.input, value: valueToken(value) } }
    : command;
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
  if (typeof body === 'string') return body;
  if (!isObject(body) || typeof body.value !== 'string') return body;
  return { ...body, value: valueToken(body.value) };
}

function isObject(json: Json): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

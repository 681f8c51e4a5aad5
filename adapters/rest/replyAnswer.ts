import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { WireReply } from '../../model/event.ts';
import { decodeReply } from '../wire/decodeReply.ts';
import { valueToken } from '../wire/scrub.ts';
import type { VaultPlace } from './caller.ts';
import { type ReplyBody, readBody } from './replyBody.ts';
import type { HttpReply } from './transport.ts';

/** A reply as the wire showed it, and the answer it is. */
export interface ReadReply {
  readonly wire: WireReply;
  readonly answer: Answer | Lost;
}

/** The headers that say something about the service's behaviour; others are noise or might carry secrets. */
const TELLING_HEADERS: readonly string[] = [
  'content-type',
  'date',
  'location',
  'retry-after',
  'www-authenticate',
  'x-ms-keyvault-service-version',
];

/** Characters of a body that is not JSON that are kept. */
const KEPT_TEXT = 2000;

/**
 * Reads a reply that came whole. A redirect, a server's own failure (501 is none) and a success that cannot be read are `lost`:
 * the call may have happened or not. A refusal whose body is not JSON is an answer without a code.
 * @param place the vault that was asked, which says what authority ids must carry
 */
export function readReply(
  command: Command,
  reply: HttpReply,
  place: Pick<VaultPlace, 'idHost' | 'ownHost'> = {},
): ReadReply {
  const body = readBody(reply.body);
  const wire = {
    status: reply.status,
    headers: tellingHeaders(reply.headers),
    ...wireBody(command, reply.status, body),
  };
  const host = place.idHost ?? place.ownHost?.expectedIn(wire.body);
  return { wire, answer: lostOf(reply, body) ?? decodeReply(command, wire, host) };
}

function lostOf(reply: HttpReply, body: ReplyBody): Lost | undefined {
  const { status, headers } = reply;
  if (status >= 300 && status < 400) {
    const to = headers.location === undefined ? '' : ` to ${headers.location}`;
    return { lost: 'redirect', detail: `answered ${status}${to}; redirects are not followed` };
  }
  if (status === 429) return { lost: 'server-error', detail: 'throttled (429) to the end of all retries' };
  // 501 is no failure: it says that the server does not have what it was asked for.
  if (status >= 500 && status !== 501) return { lost: 'server-error', detail: `answered ${status}` };
  if (status < 300 && body.kind === 'text') {
    return { lost: 'unreadable', detail: `answered ${status} with a body that is ${body.problem}` };
  }
  return undefined;
}

/** A text that should have been JSON may hold a secret anywhere: what was to be a success is not kept, else ours is cut out. */
function wireBody(command: Command, status: number, body: ReplyBody): Pick<WireReply, 'body'> {
  if (body.kind === 'empty') return {};
  if (body.kind === 'json') return { body: body.json };
  if (status < 300) return { body: `<${body.text.length} characters: ${body.problem}>` };
  return { body: withoutSecret(command, body.text).slice(0, KEPT_TEXT) };
}

function withoutSecret(command: Command, text: string): string {
  const value = 'input' in command && command.input !== 'unrecorded' ? command.input.value : undefined;
  const secret = command.op === 'restore' ? command.blob : value;
  return typeof secret === 'string' && secret !== '' ? text.replaceAll(secret, valueToken(secret)) : text;
}

function tellingHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    TELLING_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}

import type { HttpReply, HttpRequest } from './transport.ts';

/** Characters that a text has at least to be cut out: what is shorter is no secret, and may stand in words. */
const SHORTEST = 16;
const MARK = '<token>';

/**
 * A reply without the token that its request carried: some servers, and what stands before them, quote it in what they
 * refuse, and from there it would get into logs and reports.
 */
export function withoutToken(reply: HttpReply, { headers }: HttpRequest): HttpReply {
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || token.length < SHORTEST) return reply;
  const cut = (text: string): string => text.replaceAll(token, MARK);
  const kept = Object.entries(reply.headers).map(([name, value]) => [name, cut(value)] as const);
  const bytes = Buffer.from(reply.body);
  // Each byte a character, so that what is no UTF-8 stays as it is.
  const body = bytes.includes(token) ? Buffer.from(cut(bytes.toString('latin1')), 'latin1') : reply.body;
  return { ...reply, headers: Object.fromEntries(kept), body };
}

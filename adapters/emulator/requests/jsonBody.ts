import type { FastifyRequest } from 'fastify';
import { badParameter } from '../errors/badParameter.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON object that a request of fastify brought, whose body was kept as bytes. Throws as readJsonBody does. */
export function bodyOf({ headers, body }: FastifyRequest): Readonly<Record<string, unknown>> {
  return readJsonBody(headers['content-type'], Buffer.isBuffer(body) ? body : undefined);
}

/**
 * The JSON object that a request brought. Throws the service's kind of 400 for a missing body, a content type that is
 * not JSON, broken text, and JSON that is not an object.
 * @param contentType the header, undefined when the client sent none; then the body may be JSON all the same.
 */
function readJsonBody(
  contentType: string | undefined,
  body: Buffer | undefined,
): Readonly<Record<string, unknown>> {
  if (body === undefined || body.length === 0) throw badParameter('Request body not specified');
  if (contentType !== undefined && !/^\s*(application|text)\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw badParameter(`The content type '${contentType}' is not supported; use application/json.`);
  }
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badParameter('The request body must be a JSON object.');
  }
  return { ...value };
}

function parse(body: Buffer): unknown {
  try {
    const value: unknown = JSON.parse(UTF8.decode(body));
    return value;
  } catch {
    // The parser's own message quotes the text, which may hold a secret.
    throw badParameter('The request body is not valid JSON.');
  }
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Json } from '../../../model/json.ts';
import { type RecordedExchange, UNRECORDED } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { inOrder } from './inOrder.ts';
import { LIMITS } from './limits.ts';

type Query = Record<string, string>;
/** An exchange of which everything is known, as it is before a recorder writes it. */
type Told = RecordedExchange & { readonly query: Query };

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const visible = fc.stringMatching(/^[!-~](?:[ -~]{0,12}[!-~])?$/);
/** Anything that JSON can carry, as it is after having been written once (no -0). */
const structure = fc
  .oneof(
    fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue({ maxDepth: 3 })),
    fc.array(fc.jsonValue({ maxDepth: 3 })),
  )
  .map((value): Json => JSON.parse(JSON.stringify(value)));
const text = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .filter((one) => !/^\s*[{[]|^\uFEFF|^(?:mock_body|Sanitized|REDACTED|\*)$/.test(one));
const body = fc.oneof(
  { weight: 3, arbitrary: structure },
  { weight: 1, arbitrary: text },
  fc.constant(undefined),
);
const path = fc
  .array(fc.oneof(word, fc.string().map(encodeURIComponent), fc.constant("it's(1)")), { maxLength: 4 })
  .map((segments) => `/${segments.join('/')}`);

const exchange = fc
  .record({
    method: fc.constantFrom('GET', 'PUT', 'POST', 'PATCH', 'DELETE'),
    host: fc.constantFrom(
      'fakename.vault.azure.net',
      'one.managedhsm.azure.net',
      'other.vault.azure.cn:8443',
    ),
    path,
    query: fc.dictionary(
      fc.constantFrom('api-version', '$skiptoken', 'maxresults', 'a b&c'),
      fc.string({ unit: 'grapheme' }),
    ),
    requestBody: body,
    status: fc.constantFrom(200, 204, 401, 404, 409, 500),
    extra: fc.dictionary(
      word.map((name) => `x-${name}`),
      visible,
    ),
    body,
    date: fc.option(fc.integer({ min: 1_400_000_000, max: 1_900_000_000 }), { nil: undefined }),
  })
  .map(
    ({ extra, date, ...one }): Omit<Told, 'n'> => ({
      ...one,
      plane: 'data',
      headers: {
        ...extra,
        ...typeOf(one.body),
        ...(date === undefined ? {} : { date: new Date(date * 1000).toUTCString() }),
      },
      ...(date === undefined ? {} : { date }),
    }),
  );
const exchanges = fc
  .array(exchange, { maxLength: 4 })
  .map((list) => list.map((one, i): Told => ({ ...one, n: i + 1 })));

function typeOf(given: Json | undefined): Record<string, string> {
  return given === undefined
    ? {}
    : { 'content-type': typeof given === 'string' ? 'text/plain' : 'application/json' };
}

function wire(given: Json | undefined): string {
  return typeof given === 'string' ? given : given === undefined ? '' : JSON.stringify(given);
}

function search(query: Query): string {
  return Object.keys(query).length === 0 ? '' : `?${new URLSearchParams(query)}`;
}

function uri({ host, path: at, query }: Told): string {
  return `https://${host}${at}${search(query)}`;
}

function listed(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

function testProxyBody(given: Json | undefined): Json {
  if (given === undefined) return null;
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given;
  const lines = wire(given).split(/(?<=\n)/);
  return lines.length > 1 ? lines : wire(given);
}

const cassette = (told: readonly Told[]): object => ({
  version: 1,
  interactions: told.map((one) => ({
    request: {
      method: one.method,
      uri: uri(one),
      body: one.requestBody === undefined ? null : wire(one.requestBody),
      headers: listed(typeOf(one.requestBody)),
    },
    response: {
      status: { code: one.status, message: 'x' },
      headers: listed(one.headers),
      body: { string: wire(one.body) },
    },
  })),
});

/** What each recorder would write, after its documentation. */
const ENCODERS: Readonly<Record<string, (told: readonly Told[]) => string>> = {
  trace: (told) =>
    JSON.stringify({
      id: 'trace',
      requestBodiesRecorded: true,
      steps: told.map(({ headers, body: answer = null, requestBody = null, date: _, ...one }) => ({
        ...one,
        requestBody,
        responseHeaders: headers,
        responseBody: answer,
      })),
    }),
  'test-proxy': (told) =>
    JSON.stringify(
      {
        Entries: told.map((one) => ({
          RequestUri: uri(one),
          RequestMethod: one.method,
          RequestHeaders: typeOf(one.requestBody),
          RequestBody: testProxyBody(one.requestBody),
          StatusCode: one.status,
          ResponseHeaders: one.headers,
          ResponseBody: testProxyBody(one.body),
        })),
        Variables: {},
      },
      undefined,
      2,
    ),
  'http-recorder': (told) =>
    JSON.stringify({
      Entries: told.map((one) => ({
        RequestUri: `${one.path}${search(one.query)}`,
        EncodedRequestUri: btoa(`${one.path}${search(one.query)}`),
        RequestMethod: one.method,
        RequestHeaders: listed({ ...typeOf(one.requestBody), Host: one.host }),
        RequestBody: wire(one.requestBody),
        StatusCode: one.status,
        ResponseHeaders: listed(one.headers),
        ResponseBody: wire(one.body),
      })),
    }),
  'vcr as YAML': (told) => stringify(cassette(told), { version: '1.1' }),
  'vcr as JSON': (told) => JSON.stringify(cassette(told)),
  'nock as JavaScript': (told) =>
    ["const nock = require('nock');"]
      .concat(
        told.map(
          (one) =>
            `nock('https://${one.host}', {"encodedQueryParams":true})
  .${one.method.toLowerCase()}(\`${one.path}\`${one.requestBody === undefined ? '' : `, ${JSON.stringify(one.requestBody)}`})
  .query(${JSON.stringify(Object.fromEntries(Object.entries(one.query).map((pair) => pair.map(encodeURIComponent))))})
  .reply(${one.status}, ${JSON.stringify(one.body ?? '')}, ${JSON.stringify(Object.entries(one.headers).flat())});`,
        ),
      )
      .join('\n\n'),
  'nock as JSON': (told) =>
    JSON.stringify(
      told.map((one) => ({
        scope: `https://${one.host}`,
        method: one.method,
        path: `${one.path}${search(one.query)}`,
        body: one.requestBody ?? '',
        status: one.status,
        response: one.body ?? '',
        rawHeaders: Object.entries(one.headers).flat(),
      })),
    ),
  browser: (told) =>
    JSON.stringify({
      recordings: told.map((one) => ({
        method: one.method,
        url: `https://${one.host}${one.path}`,
        query: one.query,
        requestBody: one.requestBody === undefined ? null : wire(one.requestBody),
        status: one.status,
        response: wire(one.body),
        responseHeaders: one.headers,
      })),
      uniqueTestInfo: {},
    }),
  'network calls': (told) =>
    JSON.stringify({
      networkCallRecords: told.map((one) => ({
        Method: one.method,
        Uri: uri(one),
        Headers: {},
        Response: {
          ...one.headers,
          StatusCode: String(one.status),
          ...(one.body === undefined ? {} : { Body: wire(one.body) }),
        },
        Exception: null,
      })),
    }),
  HAR: (told) =>
    JSON.stringify({
      log: {
        entries: told.map((one) => ({
          startedDateTime: new Date(one.n * 1000).toISOString(),
          request: {
            method: one.method,
            url: uri(one),
            headers: [],
            ...(one.requestBody === undefined
              ? {}
              : {
                  postData: {
                    mimeType: typeOf(one.requestBody)['content-type'],
                    text: wire(one.requestBody),
                  },
                }),
          },
          response: {
            status: one.status,
            headers: Object.entries(one.headers).map(([name, value]) => ({ name, value })),
            content: {
              mimeType: one.headers['content-type'] ?? '',
              encoding: 'base64',
              text: Buffer.from(wire(one.body)).toString('base64'),
            },
          },
        })),
      },
    }),
};

describe('readDocument', () => {
  it.each(Object.entries(ENCODERS))('should read back what was written as %s', (format, encode) => {
    fc.assert(
      fc.property(exchanges, (told) => {
        // These two are told from other JSON by their first member.
        fc.pre(told.length > 0 || !format.startsWith('nock as JSON'));
        const { exchanges: read } = readDocument(encode(told), { file: 'told', limits: LIMITS });
        const lost = format === 'network calls' ? { requestBody: UNRECORDED } : {};
        // This recorder keeps calls by address, so they are read in the order of their dates.
        const ordered = format === 'http-recorder' ? inOrder(told) : told;
        expect(read).toEqual(ordered.map((one) => ({ ...one, ...lost })));
      }),
    );
  });
});

import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../model/json.ts';
import type { RecordedExchange } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';

const entry = {
  RequestUri: 'https://Sanitized.vault.azure.net/secrets/a?api-version=7.4',
  RequestMethod: 'PUT',
  RequestHeaders: { 'Content-Type': 'application/json' },
  RequestBody: null,
  StatusCode: 200,
  ResponseHeaders: { 'Content-Type': 'application/json; charset=utf-8', Vary: ['a', 'b'] },
  ResponseBody: null,
};

function read(...entries: readonly Json[]): readonly RecordedExchange[] {
  const text = JSON.stringify({ Entries: entries, Variables: {} });
  return readDocument(text, { file: 'p.json', limits: LIMITS }).exchanges;
}

function body(ResponseBody: Json, type?: string, encoding?: string): Json | undefined {
  const ResponseHeaders = {
    ...(type === undefined ? {} : { 'Content-Type': type }),
    ...(encoding === undefined ? {} : { 'Content-Encoding': encoding }),
  };
  return read({ ...entry, ResponseHeaders, ResponseBody })[0]?.body;
}

describe("the test proxy's recordings", () => {
  it('should be read with headers in lists', () => {
    expect(read(entry)[0]).toMatchObject({
      host: 'sanitized.vault.azure.net',
      plane: 'data',
      headers: { 'content-type': 'application/json; charset=utf-8', vary: 'a, b' },
    });
  });

  it('should be read from a vault whose whole host was replaced', () => {
    expect(read({ ...entry, RequestUri: 'https://Sanitized/secrets/a?api-version=7.4' })[0]).toMatchObject({
      host: 'sanitized',
      plane: 'data',
    });
  });

  it.each([
    ['an object', { a: ['x'] }, 'application/json', { a: ['x'] }],
    ['lines of JSON', ['{\n', '"a": 1}'], 'application/json', { a: 1 }],
    ['an array as text', '["a","b"]', 'application/json', ['a', 'b']],
    ['an array as it is', [{ a: 1 }], 'application/json', [{ a: 1 }]],
    ['lines of text', ['a\n', 'b'], 'text/plain', 'a\nb'],
    ['text', 'OK', 'text/plain', 'OK'],
    ['text that looks like base64', 'abcd', 'text/plain', 'abcd'],
    ['text of no type', 'abcd', undefined, 'abcd'],
    ['text of an odd type', 'not base64!', 'application/x-pem-file', 'not base64!'],
    ['base64 of JSON', Buffer.from('{"a":1}').toString('base64'), 'application/octet-stream', { a: 1 }],
    ['base64 of bytes', '//4A', 'application/pkcs10', '//4A'],
    ['nothing', '', 'application/json', undefined],
    ['null', null, 'application/json', undefined],
  ])('should be read with %s as a body', (_, given, type, expected) => {
    expect(body(given, type)).toEqual(expected);
  });

  it('should be read with a body that is compressed', () => {
    expect(body(gzipSync('{"a":1}').toString('base64'), 'application/octet-stream', 'gzip')).toEqual({
      a: 1,
    });
  });

  it('should have a body that was replaced for unrecorded', () => {
    expect(read({ ...entry, RequestBody: 'Sanitized' })[0]?.requestBody).toBe('unrecorded');
  });

  it('should lose the bodies of token requests, and of other services', () => {
    const token = {
      ...entry,
      RequestUri: 'https://login.microsoftonline.com/t/oauth2/v2.0/token',
      RequestBody: 'client_secret=x',
    };
    const other = {
      ...entry,
      RequestUri: 'https://graph.microsoft.com/v1.0/me',
      ResponseBody: { secret: 'x' },
    };
    expect(read(token, other)).toMatchObject([
      { plane: 'auth', requestBody: 'unrecorded', body: undefined },
      { plane: 'other', requestBody: 'unrecorded', body: undefined },
    ]);
    expect(JSON.stringify(read({ ...token, ResponseBody: { access_token: 'hunter2' } }))).not.toContain(
      'hunter2',
    );
  });

  it('should have no body where no answer came', () => {
    expect(read({ ...entry, StatusCode: 0, ResponseBody: { a: 1 } })[0]).toMatchObject({
      status: undefined,
      body: undefined,
    });
  });

  it.each([
    ['RequestUri', 'it has no RequestUri'],
    ['RequestMethod', 'it has no RequestMethod'],
    ['StatusCode', 'it has no StatusCode'],
  ])('should name the entry that has no %s', (field, problem) => {
    const lacking = { ...entry, [field]: undefined };
    expect(() => read(entry, JSON.parse(JSON.stringify(lacking)))).toThrow(
      `p.json, entry 2: ${problem}. Record it again, or leave this entry out.`,
    );
  });

  it('should name the place of a piece that is there twice', () => {
    const text = JSON.stringify({ Entries: [entry] }, undefined, 1).replace(
      '"StatusCode"',
      '"StatusCode": 404,\n"StatusCode"',
    );
    expect(() => readDocument(text, { file: 'p.json', limits: LIMITS })).toThrow(
      'p.json, line 11, column 1: broken JSON: a key that this object has already.',
    );
  });

  it.each([
    [{ ...entry, RequestMethod: 'GET /' }, 'a method that is none of HTTP'],
    [{ ...entry, StatusCode: 99 }, 'a status code that is none of HTTP'],
    [{ ...entry, StatusCode: 'OK' }, 'a status code that is none of HTTP'],
    [{ ...entry, RequestUri: 'Sanitized' }, 'a RequestUri that is none'],
    ['entry', 'it is not an object'],
    [null, 'it is not an object'],
  ])('should refuse an entry with a piece that cannot be', (odd, problem) => {
    expect(() => read(odd)).toThrow(`p.json, entry 1: ${problem}.`);
  });

  it('should refuse entries that are no list', () => {
    expect(() => readDocument('{"Entries": {}}', { file: 'p', limits: LIMITS })).toThrow(
      'p: the file has a Entries that is not a list.',
    );
  });
});

describe("the HttpRecorder's recordings", () => {
  const old = { ...entry, RequestBody: '', ResponseBody: '' };
  const id = { id: 'https://Contoso.vault.azure.net/secrets/a/0' };

  it('should be read from either form of the URI', () => {
    const path = '/subscriptions/s/providers/Microsoft.KeyVault/vaults?api-version=2015-06-01';
    const { RequestUri: _, ...without } = old;
    const exchanges = read(
      { ...old, RequestUri: path, EncodedRequestUri: btoa('/else') },
      { ...without, EncodedRequestUri: btoa(path) },
      { ...old, RequestUri: btoa(path) },
    );
    const same = { host: 'management.azure.com', path: path.split('?')[0], plane: 'management' };
    expect(exchanges).toMatchObject([same, same, same]);
  });

  it('should have the host that the request names, or the answer', () => {
    const exchanges = read(
      { ...old, RequestUri: '/secrets/a', ResponseBody: JSON.stringify(id) },
      { ...old, RequestUri: '/deletedsecrets', ResponseBody: JSON.stringify({ value: [id] }) },
      { ...old, RequestUri: '/secrets/a', RequestHeaders: { Host: ['Fabrikam.vault.azure.net'] } },
      { ...old, RequestUri: '/tenant/oauth2/token' },
      { ...old, RequestUri: '/secrets/none', StatusCode: 404 },
    );
    expect(exchanges.map(({ host }) => host)).toEqual([
      'contoso.vault.azure.net',
      'contoso.vault.azure.net',
      'fabrikam.vault.azure.net',
      'login.microsoftonline.com',
      '',
    ]);
  });

  it('should have the only vault where nothing names one', () => {
    const exchanges = read(
      { ...old, RequestUri: '/secrets/a', StatusCode: 401 },
      { ...old, RequestUri: '/secrets/a', ResponseBody: JSON.stringify(id) },
    );
    expect(exchanges[0]).toMatchObject({ host: 'contoso.vault.azure.net', plane: 'data' });
  });
});

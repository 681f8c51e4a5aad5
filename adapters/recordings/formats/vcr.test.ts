import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';

function read(text: string): readonly RecordedExchange[] {
  return readDocument(text, { file: 'c.yaml', limits: LIMITS }).exchanges;
}

function cassette(response: string, request = 'body: null'): string {
  return `interactions:
- request:
    ${request}
    headers: {Accept: ['*/*']}
    method: GET
    uri: https://a.vault.azure.net/secrets/a?api-version=7.0
  response:
    ${response}
    headers:
      Content-Encoding: [gzip]
      Content-Type: [application/json]
    status: {code: 200, message: OK}
version: 1
`;
}

describe('cassettes', () => {
  const packed = gzipSync('{"a":1}').toString('base64');

  it.each([
    ['text', `body: {string: '{"a":1}'}`],
    ['text without a name', `body: '{"a":1}'`],
    ["Python 2's text", `body: {string: !!python/unicode '{"a":1}'}`],
    ['bytes of text', `body: {string: !!binary ${btoa('{"a":1}')}}`],
    ['compressed bytes', `body: {string: !!binary ${packed}}`],
    [
      'compressed bytes over lines',
      `body:\n      string: !!binary |\n        ${packed.slice(0, 16)}\n        ${packed.slice(16)}`,
    ],
    ['base64 as older versions wrote it', `body: {base64_string: ${packed}}`],
    ['an anchor', `x: &x {string: '{"a":1}'}\n    body: *x`],
  ])('should be read with %s as a body', (_, response) => {
    expect(read(cassette(response))[0]).toMatchObject({ status: 200, body: { a: 1 } });
  });

  it.each(['body: {string: null}', "body: {string: ''}", 'body: null', 'url: x'])(
    'should be read with no body: %s',
    (response) => {
      expect(read(cassette(response))[0]?.body).toBeUndefined();
    },
  );

  it('should be read as JSON too, and when empty', () => {
    expect(read('{"version": 1, "interactions": []}')).toEqual([]);
    expect(read('version: 1\ninteractions: []\n')).toEqual([]);
  });

  it('should have a body that was replaced for unrecorded', () => {
    expect(read(cassette('body: x', 'body: mock_body'))[0]?.requestBody).toBe('unrecorded');
  });

  it.each([
    [cassette('body: [1]'), 'c.yaml, interaction 1: its body is not an object.'],
    [cassette('body: {text: x}'), 'c.yaml, interaction 1: has a body that is neither text nor bytes.'],
    [
      'interactions:\n- request: {method: GET, uri: https://a}\n',
      'c.yaml, interaction 1: it has no response.',
    ],
    ['interactions:\n- response: {}\n', 'c.yaml, interaction 1: it has no request.'],
    [
      'interactions:\n- request: {method: GET, uri: https://a}\n  response: {}\n',
      'interaction 1: response has no status.',
    ],
    ['interactions:\n- request: {method: GET}\n  response: {}\n', 'interaction 1: request has no uri.'],
    [
      'interactions:\n- request: {}\n  request: {}\n',
      'c.yaml, line 3, column 3: broken YAML: a key that this map has already.',
    ],
    ['interactions: none\n', 'c.yaml: the file has a interactions that is not a list.'],
  ])('should name the interaction that is broken', (text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });
});

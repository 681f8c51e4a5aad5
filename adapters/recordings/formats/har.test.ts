import { describe, expect, it } from 'vitest';
import type { Json } from '../../../model/json.ts';
import type { RecordedExchange } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';

interface Parts {
  readonly started?: string;
  readonly url?: string;
  readonly request?: Readonly<Record<string, Json>>;
  readonly content?: Json;
}

function entry({ started, url = 'https://a.vault.azure.net/secrets/a', request = {}, content }: Parts): Json {
  return {
    ...(started === undefined ? {} : { startedDateTime: started }),
    request: { method: 'GET', url, headers: [], ...request },
    response: {
      status: 200,
      headers: [{ name: 'X-A', value: '1' }],
      ...(content === undefined ? {} : { content }),
    },
  };
}

function read(...entries: readonly Json[]): readonly RecordedExchange[] {
  return readDocument(JSON.stringify({ log: { version: '1.2', entries } }), { file: 'a.har', limits: LIMITS })
    .exchanges;
}

describe('archives', () => {
  it('should be put in the order in which the calls began', () => {
    const late = entry({ started: '2024-01-01T00:00:02.000+00:00' });
    const early = entry({ started: '2024-01-01T01:00:01.000+01:00' });
    expect(read(late, early, early).map(({ n }) => n)).toEqual([2, 3, 1]);
    expect(read(late, early, entry({})).map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  it.each([
    ['text', { mimeType: 'application/json', text: '{"a":1}' }, { a: 1 }],
    ['base64', { mimeType: 'application/json', text: btoa('{"a":1}'), encoding: 'base64' }, { a: 1 }],
    ['base64 of no type', { text: btoa('OK'), encoding: 'base64' }, 'OK'],
    ['nothing', { size: 0, mimeType: 'x-unknown', text: '' }, undefined],
    ['no size', { size: -1 }, undefined],
  ])('should be read with %s as contents', (_, content, body) => {
    expect(read(entry({ content }))[0]?.body).toEqual(body);
  });

  it.each([
    ['what was posted', { postData: { mimeType: 'application/json', text: '{"a":1}' } }, { a: 1 }],
    ['nothing', {}, undefined],
    ['a size alone', { bodySize: 7 }, 'unrecorded'],
    [
      'a size and no text',
      { bodySize: 7, postData: { mimeType: 'application/json', text: '' } },
      'unrecorded',
    ],
    [
      'parameters alone',
      { postData: { mimeType: 'application/x-www-form-urlencoded', params: [] } },
      'unrecorded',
    ],
  ])('should be read with %s as the body of a request', (_, request, body) => {
    expect(read(entry({ request }))[0]?.requestBody).toEqual(body);
  });

  it('should be refused without the contents of answers that matter', () => {
    const content = { size: 12, mimeType: 'application/json' };
    expect(() => read(entry({}), entry({ content }))).toThrow(
      "a.har, entry 2: the answer's body was left out of the file. Export the archive again with contents.",
    );
    expect(read(entry({ url: 'https://example.com/logo.png', content }))[0]?.plane).toBe('other');
  });

  it('should be read with calls that got no answer', () => {
    const lost = {
      request: { method: 'GET', url: 'https://a.vault.azure.net/', headers: [] },
      response: { status: 0, headers: [] },
    };
    expect(read(lost)[0]?.status).toBeUndefined();
  });

  it.each([
    [{ request: {} }, 'a.har, entry 1: it has no response.'],
    [{ response: {} }, 'a.har, entry 1: it has no request.'],
    [
      { request: { method: 'GET', url: 'https://a' }, response: { headers: [{}], status: 200 } },
      'entry 1, header 1: it has no name.',
    ],
  ])('should name the entry that is broken', (odd, problem) => {
    expect(() => read(odd)).toThrow(problem);
  });

  it('should be refused without entries', () => {
    expect(() => readDocument('{"log": {}}', { file: 'a.har', limits: LIMITS })).toThrow(
      'a.har: log has no entries.',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Json } from '../../../model/json.ts';
import type { RecordedExchange } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';

const call = {
  method: 'POST',
  url: 'https://a.vault.azure.net/keys/a/create',
  query: {},
  requestBody: null,
  status: 200,
  response: '',
  responseHeaders: {},
};

function read(...recordings: readonly Json[]): readonly RecordedExchange[] {
  return readDocument(JSON.stringify({ recordings, uniqueTestInfo: {} }), { file: 'b.json', limits: LIMITS })
    .exchanges;
}

describe('browser recordings', () => {
  it('should be read with a query of lists, and one in the URL', () => {
    const query = { 'api-version': '7.0', a: ['1', '2'], b: null, c: 3 };
    expect(read({ ...call, url: `${call.url}?x=y`, query })[0]).toMatchObject({
      path: '/keys/a/create',
      query: { x: 'y', 'api-version': '7.0', a: '1,2', b: '', c: '3' },
    });
  });

  it('should be read with bodies as text or as they are', () => {
    const bodies = read({ ...call, requestBody: '{"a":1}', response: { b: 2 } })[0];
    expect(bodies).toMatchObject({ requestBody: { a: 1 }, body: { b: 2 } });
    expect(read(call)[0]).toMatchObject({ requestBody: undefined, body: undefined });
  });

  it('should be read with calls that got no answer', () => {
    expect(read({ ...call, status: 0 })[0]?.status).toBeUndefined();
  });

  it('should name the recording that is broken', () => {
    const { url: _, ...without } = call;
    expect(() => read(call, without)).toThrow('b.json, recording 2: it has no url.');
  });
});

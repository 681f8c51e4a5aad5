import { describe, expect, it } from 'vitest';
import type { Json } from '../../../model/json.ts';
import type { Recording } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';

const call = {
  Method: 'GET',
  Uri: 'https://REDACTED.vault.azure.net/secrets/a?api-version=7.2',
  Headers: {},
};

function read(...networkCallRecords: readonly Json[]): Recording {
  return readDocument(JSON.stringify({ networkCallRecords, variables: [] }), {
    file: 'j.json',
    limits: LIMITS,
  });
}

describe('network calls', () => {
  it('should be read without the bodies of requests', () => {
    const recording = read({
      ...call,
      Response: { StatusCode: '200', Body: '{"a":1}', Date: 'x' },
      Exception: null,
    });
    expect(recording.requestBodiesRecorded).toBe(false);
    expect(recording.exchanges).toMatchObject([
      {
        status: 200,
        body: { a: 1 },
        headers: { date: 'x' },
        requestBody: 'unrecorded',
        query: { 'api-version': '7.2' },
      },
    ]);
    expect(Object.keys(recording.exchanges[0]?.headers ?? {})).toEqual(['date']);
  });

  it('should be read with bytes in base64', () => {
    const Response = { StatusCode: '200', 'Content-Type': 'application/octet-stream', Body: '//4A' };
    expect(read({ ...call, Response }).exchanges[0]?.body).toBe('//4A');
  });

  it('should be read with calls that ended in an exception', () => {
    const { exchanges } = read({
      ...call,
      Response: null,
      Exception: { Class: 'java.net.UnknownHostException' },
    });
    expect(exchanges).toMatchObject([{ status: undefined, headers: {}, body: undefined, plane: 'data' }]);
  });

  it.each([
    [{ ...call, Response: null, Exception: null }, 'it has neither a Response nor an Exception'],
    [call, 'it has neither a Response nor an Exception'],
    [{ ...call, Response: { Body: 'x' } }, 'its Response has no StatusCode'],
    [{ Method: 'GET', Response: { StatusCode: '200' } }, 'it has no Uri'],
  ])('should name the record that is broken', (odd, problem) => {
    expect(() => read({ ...call, Response: { StatusCode: '200' } }, odd)).toThrow(
      `j.json, record 2: ${problem}.`,
    );
  });
});

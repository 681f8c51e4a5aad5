import { describe, expect, it } from 'vitest';
import type { Json } from '../../../model/json.ts';
import type { Recording } from '../recordedExchange.ts';
import { LIMITS } from './limits.ts';
import { isTrace, readTrace } from './traces.ts';

const step = {
  n: 7,
  plane: 'data',
  method: 'GET',
  host: 'vault-1.vault.azure.net',
  path: '/secrets/a',
  query: { 'api-version': '7.0' },
  requestBody: null,
  status: 200,
  responseHeaders: { date: 'Tue, 14 Nov 2023 22:13:20 GMT' },
  responseBody: { a: 1 },
  operation: 'GetSecret',
};

function read(steps: readonly Json[], more: Readonly<Record<string, Json>> = {}): Recording {
  return readTrace(
    { id: 't', requestBodiesRecorded: true, steps, ...more },
    { file: 'f', at: 'line 5', limits: LIMITS },
  );
}

describe('readTrace', () => {
  it('should let a hidden continuation be the one that the page before it names', () => {
    const query = { 'api-version': '7.0', $skiptoken: '<skiptoken>' };
    const [exchange] = read([{ ...step, path: '/secrets', query }]).exchanges;
    expect(exchange?.query).toEqual({ 'api-version': '7.0', $skiptoken: '<nextLink>' });
  });

  it('should read a step under its own number', () => {
    expect(read([step])).toEqual({
      id: 't',
      format: 'trace',
      requestBodiesRecorded: true,
      excerpt: false,
      looseOrder: false,
      exchanges: [
        {
          n: 7,
          method: 'GET',
          host: 'vault-1.vault.azure.net',
          path: '/secrets/a',
          query: { 'api-version': '7.0' },
          requestBody: undefined,
          status: 200,
          headers: step.responseHeaders,
          body: { a: 1 },
          plane: 'data',
          date: 1_700_000_000,
        },
      ],
    });
  });

  it('should tell what was not recorded from what was not there', () => {
    expect(read([{ ...step, query: {}, queryUnknown: true }]).exchanges[0]?.query).toBe('unrecorded');
    expect(read([step], { requestBodiesRecorded: false }).exchanges[0]?.requestBody).toBe('unrecorded');
    expect(read([{ ...step, requestBody: 'mock_body' }]).exchanges[0]?.requestBody).toBe('unrecorded');
    expect(read([{ ...step, plane: 'auth' }]).exchanges[0]?.requestBody).toBe('unrecorded');
    expect(read([{ ...step, requestBody: { value: 'x' } }]).exchanges[0]?.requestBody).toEqual({
      value: 'x',
    });
  });

  it('should have no status where no answer was recorded', () => {
    expect(
      read([
        { ...step, status: 0 },
        { ...step, status: null },
      ]).exchanges.map(({ status }) => status),
    ).toEqual([undefined, undefined]);
  });

  it('should know a trace that somebody picked out of a recording', () => {
    expect(read([step], { transcribed: true }).excerpt).toBe(true);
  });

  it('should number steps by position where they have no number, and leave repeated ones alone', () => {
    const { n: _, ...bare } = step;
    expect(read([bare, step, step]).exchanges.map(({ n }) => n)).toEqual([1, 7, 7]);
  });

  it('should find the plane by the host where the step has none', () => {
    const { plane: _, ...bare } = step;
    expect(read([bare]).exchanges[0]?.plane).toBe('data');
  });

  it.each([
    ['method', 'it has no method'],
    ['host', 'it has no host'],
    ['path', 'it has no path'],
    ['status', 'has no status'],
  ])('should name the step that has no %s', (field, problem) => {
    const lacking = JSON.parse(JSON.stringify({ ...step, [field]: undefined }));
    expect(() => read([step, lacking])).toThrow(`f, line 5, trace t, step 2, n 7: ${problem}.`);
  });

  it.each([
    [[{ ...step, plane: 'astral' }], 'has a plane that is none of data, management, auth and other'],
    [[{ ...step, n: 'one' }], 'has an n that is not a number'],
    [[{ ...step, status: 2000 }], 'a status code that is none of HTTP'],
    [[{ ...step, query: 'a=b' }], 'its query is not an object'],
    [['step'], 'it is not an object'],
  ])('should refuse a step with a piece that cannot be', (steps, problem) => {
    expect(() => read(steps)).toThrow(problem);
  });

  it('should refuse a trace without id or steps', () => {
    expect(() => read([], { id: '' })).toThrow('f, line 5: the trace has a id that is not a text.');
    expect(() => readTrace({ id: 't', steps: 4 }, { file: 'f', limits: LIMITS })).toThrow(
      'f, trace t: the trace has a steps',
    );
  });

  it('should know a trace by its steps', () => {
    expect([{ steps: [] }, { id: 't' }, [], null, 'steps'].map(isTrace)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

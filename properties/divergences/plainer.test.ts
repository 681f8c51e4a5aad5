import { describe, expect, it } from 'vitest';
import { plainer } from './plainer.ts';

describe('plainer', () => {
  it('should offer the value alone first, then one other field at a time', () => {
    const input = { value: 'x', contentType: 'text/plain', enabled: true };
    expect(plainer({ call: 'set', slot: 0, input })).toEqual([
      { call: 'set', slot: 0, input: { value: 'x' } },
      { call: 'set', slot: 0, input: { value: 'x', contentType: 'text/plain' } },
      { call: 'set', slot: 0, input: { value: 'x', enabled: true } },
    ]);
  });

  it('should offer the usual spelling, api-version and page', () => {
    expect(plainer({ call: 'get', slot: 1, spelling: 'other-case', apiVersion: '0.0' })).toEqual([
      { call: 'get', slot: 1 },
    ]);
    expect(plainer({ call: 'list', slot: 0, pageSize: 7, apiVersion: null })).toEqual([
      { call: 'list', slot: 0 },
    ]);
  });

  it('should leave alone what is plain, what is broken on purpose, and waiting', () => {
    expect(plainer({ call: 'get', slot: 0 })).toEqual([]);
    expect(
      plainer({ call: 'set', slot: 0, input: { value: 'x', enabled: true }, broken: 'no-body' }),
    ).toEqual([]);
    expect(plainer({ settle: { slot: 0 } })).toEqual([]);
    expect(plainer(undefined)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RecordedExchange } from '../recordedExchange.ts';
import { inOrder } from './inOrder.ts';

function exchange(n: number, date?: number): RecordedExchange {
  return {
    n,
    method: 'GET',
    host: 'vault-1.vault.azure.net',
    path: '/secrets',
    query: {},
    requestBody: undefined,
    status: 200,
    headers: {},
    body: {},
    plane: 'data',
    ...(date !== undefined && { date }),
  };
}

function order(...dates: readonly (number | undefined)[]): readonly number[] {
  return inOrder(dates.map((date, i) => exchange(i + 1, date))).map(({ n }) => n);
}

describe('inOrder', () => {
  it('should put calls into the order of their dates', () => {
    expect(order(30, 10, 20)).toEqual([2, 3, 1]);
  });

  it('should keep calls of one second as they stand', () => {
    expect(order(10, 10, 10)).toEqual([1, 2, 3]);
  });

  it('should leave a call without a date behind the one that it follows', () => {
    expect(order(30, undefined, 10)).toEqual([3, 1, 2]);
  });
});

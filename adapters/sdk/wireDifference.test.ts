import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../rest/transport.ts';
import { isMeant, wireDifference } from './wireDifference.ts';

const MEANT = request('PATCH', '/keys/a/1?api-version=7.4', { tags: { a: 'b' } });

function request(method: string, path: string, body?: object): HttpRequest {
  return {
    method,
    origin: 'https://vault.example',
    path,
    headers: { authorization: 'Bearer good' },
    ...(body && { body: JSON.stringify(body) }),
  };
}

describe('the difference between what is meant and what a library sends', () => {
  it.each<[string, HttpRequest]>([
    ['spelled otherwise', request('PATCH', '/keys/%61/1/?api%2Dversion=7.4', { tags: { a: 'b' } })],
    [
      'with empty objects',
      request('PATCH', '/keys/a/1?api-version=7.4', { tags: { a: 'b' }, attributes: {} }),
    ],
    ['that only asks for a challenge', { ...request('PATCH', '/keys/a/1?api-version=7.4'), headers: {} }],
  ])('should be none for a request %s', (_what, sent) => {
    expect(wireDifference(MEANT, sent)).toBeUndefined();
  });

  it.each<[string, HttpRequest]>([
    ['it asks for another path', request('PATCH', '/keys/a/2?api-version=7.4', { tags: { a: 'b' } })],
    ['it sends api-version otherwise', request('PATCH', '/keys/a/1?api-version=7.5', { tags: { a: 'b' } })],
    ['it sends no tags', request('PATCH', '/keys/a/1?api-version=7.4')],
    ['it sends tags otherwise', request('PATCH', '/keys/a/1?api-version=7.4', { tags: {} })],
    ['it adds key_ops', request('PATCH', '/keys/a/1?api-version=7.4', { tags: { a: 'b' }, key_ops: [] })],
  ])('should be told: %s', (difference, sent) => {
    expect(wireDifference(MEANT, sent)).toBe(difference);
  });

  it('should tell a look of the library’s own from the read that is meant', () => {
    const pending = request('GET', '/certificates/a/pending?api-version=7.4');
    expect(isMeant(pending, request('GET', '/certificates/a/?api-version=7.4'))).toBe(false);
    expect(isMeant(pending, request('GET', '/certificates/a/pending?api-version=7.4'))).toBe(true);
    expect(isMeant(MEANT, request('GET', '/keys/a/1?api-version=7.4'))).toBe(false);
  });
});

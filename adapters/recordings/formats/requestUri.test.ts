import { describe, expect, it } from 'vitest';
import { splitUri } from './requestUri.ts';

describe('splitUri', () => {
  it('should keep the path as it was sent, and decode the query', () => {
    expect(
      splitUri('https://Contoso.vault.azure.net/keys/a%21@%23$/create?api-version=7.4&$skiptoken=a%2Bb+c'),
    ).toEqual({
      host: 'contoso.vault.azure.net',
      path: '/keys/a%21@%23$/create',
      query: { 'api-version': '7.4', $skiptoken: 'a+b c' },
    });
  });

  it.each([
    ['https://a.vault.azure.net:443/x', 'a.vault.azure.net'],
    ['http://management.azure.com:443/x', 'management.azure.com'],
    ['http://localhost:80/x', 'localhost'],
    ['https://localhost:8443/x', 'localhost:8443'],
    ['https://user:password@localhost/x', 'localhost'],
    ['https://[::1]:8443/x', '[::1]:8443'],
    ['https://<vault name>.vault.azure.net/x', '<vault name>.vault.azure.net'],
    ['HTTPS://{Vault}/x', '{vault}'],
    ['/x', ''],
  ])('should find the host of %s', (uri, host) => {
    expect(splitUri(uri)).toEqual({ host, path: '/x', query: {} });
  });

  it('should take no path for the root, and leave fragments out', () => {
    expect(splitUri('https://a')).toEqual({ host: 'a', path: '/', query: {} });
    expect(splitUri('https://a?b=1#c')).toEqual({ host: 'a', path: '/', query: { b: '1' } });
  });

  it('should join parameters that are repeated, and take odd ones as they are', () => {
    expect(splitUri('/x?a=1&b&a=2&c=%zz&__proto__=p').query).toEqual({
      a: '1,2',
      b: '',
      c: '%zz',
      ['__proto__']: 'p',
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import { requestOf, wireRequestOf } from './requestLine.ts';

const PLACE = { base: 'https://v.vault.azure.net' };
const LIST: Command = { op: 'list', kind: 'secret', vault: 'v' };

describe('requestOf', () => {
  it('should send a command to the vault’s address with the api-version', () => {
    expect(requestOf({ ...LIST, maxResults: 2 }, PLACE, '7.4')).toMatchObject({
      method: 'GET',
      origin: 'https://v.vault.azure.net',
      path: '/secrets?api-version=7.4&maxresults=2',
    });
  });

  it('should put the path of a target before its own', () => {
    const { origin, path } = requestOf(LIST, { base: 'http://127.0.0.1:4566/keyvault/v' }, '7.4');
    expect([origin, path]).toEqual(['http://127.0.0.1:4566', '/keyvault/v/secrets?api-version=7.4']);
  });

  it('should say the host that it is told to', () => {
    expect(requestOf(LIST, { ...PLACE, host: 'other.example' }, '7.4').headers.host).toBe('other.example');
  });

  it('should follow a continuation at the vault’s own address, whatever host it names', () => {
    const next = 'https://evil.example/secrets?api-version=7.4&$skiptoken=eyJ9&maxresults=25';
    expect(requestOf({ ...LIST, next }, PLACE, '7.4')).toMatchObject({
      origin: 'https://v.vault.azure.net',
      path: '/secrets?api-version=7.4&$skiptoken=eyJ9&maxresults=25',
    });
  });

  it('should not put a target’s path twice before a continuation', () => {
    const place = { base: 'http://127.0.0.1:4566/keyvault/v' };
    const next = 'http://127.0.0.1:4566/keyvault/v/secrets?$skiptoken=1';
    expect(requestOf({ ...LIST, next }, place, '7.4').path).toBe('/keyvault/v/secrets?$skiptoken=1');
  });

  it('should keep odd names within their segment', () => {
    const { path } = requestOf(
      { op: 'getDeleted', kind: 'secret', vault: 'v', name: 'a/b?c#d' },
      PLACE,
      '7.4',
    );
    expect(path).toBe('/deletedsecrets/a%2Fb%3Fc%23d?api-version=7.4');
  });
});

describe('wireRequestOf', () => {
  it('should show what was asked, and no token', () => {
    const command: Command = { op: 'set', kind: 'secret', vault: 'v', name: 'a', input: { value: 'x' } };
    const request = requestOf(command, PLACE, '7.4');
    const authorized = { ...request, headers: { ...request.headers, authorization: 'Bearer secret' } };
    expect(wireRequestOf(authorized)).toEqual({
      method: 'PUT',
      url: 'https://v.vault.azure.net/secrets/a?api-version=7.4',
      headers: { 'content-type': 'application/json' },
      body: { value: 'x' },
    });
  });
});

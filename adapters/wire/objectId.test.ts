import { describe, expect, it } from 'vitest';
import { parseObjectId } from './objectId.ts';

describe('parseObjectId', () => {
  it('should take an id with a version apart', () => {
    expect(parseObjectId('https://v.vault.azure.net/secrets/a/0123')).toEqual({
      host: 'v.vault.azure.net',
      kind: 'secret',
      deleted: false,
      name: 'a',
      version: '0123',
    });
  });

  it('should know the recovery id of a deleted object and drop the default port', () => {
    expect(parseObjectId('https://v.vault.azure.net:443/deletedsecrets/a')).toEqual({
      host: 'v.vault.azure.net',
      kind: 'secret',
      deleted: true,
      name: 'a',
    });
  });

  it('should take a host for the same in whatever letters it is written', () => {
    expect(parseObjectId('https://V.vault.azure.net/secrets/A')).toMatchObject({
      host: 'v.vault.azure.net',
      name: 'A',
    });
  });

  it('should find the collection behind a prefix of the target', () => {
    expect(parseObjectId('http://127.0.0.1:4566/keyvault/v1/secrets/secrets')).toMatchObject({
      name: 'secrets',
    });
  });

  it.each(['', 'secrets/a/1', 'https://host/a', 'https://host/things/a/1'])('should refuse %j', (id) => {
    expect(parseObjectId(id)).toBeUndefined();
  });
});

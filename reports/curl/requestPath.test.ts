import { describe, expect, it } from 'vitest';
import { pathAfterVault, requestPath, vaultBase } from './requestPath.ts';

describe('pathAfterVault', () => {
  it.each([
    ['https://v.vault.azure.net/secrets/a?api-version=7.4', '/secrets/a?api-version=7.4'],
    ['http://127.0.0.1:4577/me-keyvault/deletedsecrets/a/recover', '/deletedsecrets/a/recover'],
    ['https://v/certificates', '/certificates'],
    ['https://v/other/path?x=1', '/other/path?x=1'],
    ['https://v/?x=/secrets/a', '/?x=/secrets/a'],
    ['/secrets/a b"c', '/secrets/a%20b%22c'],
  ])('should take from %s what stands after the vault', (url, path) => {
    expect(pathAfterVault(url)).toBe(path);
  });
});

describe('vaultBase', () => {
  it('should be what pathAfterVault leaves out', () => {
    expect(vaultBase('https://v.vault.azure.net/secrets/a')).toBe('https://v.vault.azure.net');
    expect(vaultBase('http://127.0.0.1:4577/me-keyvault/deletedsecrets/a')).toBe(
      'http://127.0.0.1:4577/me-keyvault',
    );
    expect(vaultBase('/secrets/a')).toBe('');
  });
});

describe('requestPath', () => {
  const SUFFIX = { variable: 'NAME_SUFFIX' };

  it('should make names new by a suffix', () => {
    expect(requestPath('https://v/secrets/s1?x=1')).toEqual(['/secrets/s1', SUFFIX, '?x=1']);
    expect(requestPath('https://v/deletedkeys/k1/recover')).toEqual(['/deletedkeys/k1', SUFFIX, '/recover']);
  });

  it('should leave alone what is no name, and names at the edge of what is allowed', () => {
    expect(requestPath('https://v/secrets?x=1')).toEqual(['/secrets?x=1']);
    expect(requestPath('https://v/secrets/restore?x=1')).toEqual(['/secrets/restore?x=1']);
    expect(requestPath(`https://v/secrets/${'a'.repeat(127)}`)).toEqual([`/secrets/${'a'.repeat(127)}`]);
    expect(requestPath('https://v/secrets/a_b')).toEqual(['/secrets/a_b']);
  });
});

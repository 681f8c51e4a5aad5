import { expect, it } from 'vitest';
import { vaultNameOfHost } from './vaultHost.ts';

it.each([
  ['contoso.vault.azure.net', 'contoso'],
  ['Contoso.Vault.Azure.Net:8443', 'contoso'],
  ['contoso.vault.localhost:1', 'contoso'],
  ['contoso.localhost', 'contoso'],
  ['vault.localhost', 'vault'],
  ['contoso.vault.azure.net.', 'contoso'],
  ['localhost:8443', 'default'],
  ['127.0.0.1:8443', 'default'],
  ['[::1]:8443', 'default'],
  ['emulator.example', 'default'],
  ['a.b.vault.azure.net', 'default'],
  ['vault.azure.net', 'default'],
  ['', 'default'],
])('should take the host %s for the vault %s', (host, vault) => {
  expect(vaultNameOfHost(host)).toBe(vault);
});

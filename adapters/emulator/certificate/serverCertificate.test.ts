import { createPrivateKey, X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { makeServerCertificate } from './serverCertificate.ts';

it('should make a server certificate for every host name of a vault, signed by an authority that can be trusted', async () => {
  const { caPem, chainPem, keyPem } = await makeServerCertificate('emulator.example');
  const authority = new X509Certificate(caPem);
  const server = new X509Certificate(chainPem);
  expect(authority.ca).toBe(true);
  expect(server.ca).toBe(false);
  expect(server.checkIssued(authority)).toBe(true);
  expect(server.verify(authority.publicKey)).toBe(true);
  expect(server.checkPrivateKey(createPrivateKey(keyPem))).toBe(true);
  expect(chainPem.endsWith(caPem)).toBe(true);
  for (const host of ['localhost', 'x.vault.azure.net', 'x.vault.localhost', 'emulator.example']) {
    expect(server.checkHost(host), host).toBeDefined();
  }
  expect(server.subjectAltName).toContain('DNS:*.localhost');
  expect(server.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(server.checkIP('::1')).toBe('::1');
});

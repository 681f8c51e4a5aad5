import { CertificateClient } from '@azure/keyvault-certificates';
import { SecretClient } from '@azure/keyvault-secrets';
import { afterEach, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from './testing/emulatorUnderTest.ts';
import { ANY_TOKEN, clientOptions, QUICK } from './testing/sdkClients.ts';
import { makeTestCertificate } from './testing/testCertificates.ts';

let emulator: EmulatorUnderTest;

afterEach(() => emulator.close());

async function connect(): Promise<CertificateClient> {
  emulator = await EmulatorUnderTest.start();
  return new CertificateClient(emulator.running.url, ANY_TOKEN, clientOptions(emulator));
}

const SELF = { issuerName: 'Self', subject: 'CN=MyCert' };

describe("the JavaScript SDK's CertificateClient", () => {
  it('should create, update, delete, recover, back up, purge and restore a certificate', async () => {
    const client = await connect();
    const creating = await client.beginCreateCertificate('round', SELF, QUICK);
    const made = await creating.pollUntilDone();
    expect(made).toMatchObject({ name: 'round', policy: { issuerName: 'Self' } });
    const version = made.properties.version ?? '';
    await client.updateCertificateProperties('round', version, { tags: { a: 'b' } });
    await client.updateCertificatePolicy('round', { ...SELF, validityInMonths: 3 });
    const blob = await client.backupCertificate('round');
    if (blob === undefined) throw new Error('The backup is empty.');
    const deleting = await client.beginDeleteCertificate('round', QUICK);
    expect(await deleting.pollUntilDone()).toMatchObject({
      name: 'round',
      recoveryId: `${emulator.running.url}/deletedcertificates/round`,
    });
    expect(await client.getDeletedCertificate('round')).toMatchObject({ name: 'round' });
    await (await client.beginRecoverDeletedCertificate('round', QUICK)).pollUntilDone();
    expect((await client.getCertificate('round')).properties.tags).toEqual({ a: 'b' });
    await (await client.beginDeleteCertificate('round', QUICK)).pollUntilDone();
    await client.purgeDeletedCertificate('round');
    const restored = await client.restoreCertificateBackup(blob);
    expect(restored.properties.version).toBe(version);
  });

  it('should import what its secret holds, and PEM', async () => {
    const client = await connect();
    const secrets = new SecretClient(emulator.running.url, ANY_TOKEN, clientOptions(emulator));
    await (await client.beginCreateCertificate('source', SELF, QUICK)).pollUntilDone();
    const { value = '' } = await secrets.getSecret('source');
    const copy = await client.importCertificate('copy', Buffer.from(value, 'base64'));
    expect(copy.cer).toEqual((await client.getCertificate('source')).cer);
    const { pem } = await makeTestCertificate('EC', ['2020-01-01T00:00:00Z', '2099-01-01T00:00:00Z']);
    const imported = await client.importCertificate('pem', Buffer.from(pem), {
      policy: { contentType: 'application/x-pem-file' },
    });
    expect(imported.policy).toMatchObject({ keyType: 'EC', keyCurveName: 'P-256' });
  });

  it('should cancel and delete what is being made, and keep issuers and contacts', async () => {
    const client = await connect();
    const poller = await client.beginCreateCertificate(
      'pending',
      { issuerName: 'Unknown', subject: 'CN=a' },
      QUICK,
    );
    const operations = await client.getCertificateOperation('pending', QUICK);
    await operations.cancelOperation();
    expect(operations.getOperationState().certificateOperation?.cancellationRequested).toBe(true);
    await client.deleteCertificateOperation('pending');
    poller.stopPolling();
    await client.createIssuer('issuer', 'Test', { accountId: 'me' });
    expect(await client.getIssuer('issuer')).toMatchObject({ provider: 'Test', accountId: 'me' });
    await client.deleteIssuer('issuer');
    await client.setContacts([{ email: 'a@example.org' }]);
    expect(await client.getContacts()).toEqual([{ email: 'a@example.org' }]);
    await client.deleteContacts();
  });
});

import { createHash } from 'node:crypto';
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys';
import { afterEach, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from './testing/emulatorUnderTest.ts';
import { ANY_TOKEN, clientOptions, QUICK } from './testing/sdkClients.ts';

let emulator: EmulatorUnderTest;

afterEach(() => emulator.close());

async function connect(): Promise<KeyClient> {
  emulator = await EmulatorUnderTest.start();
  return new KeyClient(emulator.running.url, ANY_TOKEN, clientOptions(emulator));
}

describe("the JavaScript SDK's KeyClient", () => {
  it('should create, update, rotate, list, delete, recover, back up, purge and restore a key', async () => {
    const client = await connect();
    const made = await client.createRsaKey('round', { keySize: 2048, tags: { a: 'b' } });
    expect(made).toMatchObject({ name: 'round', keyType: 'RSA', properties: { tags: { a: 'b' } } });
    await client.updateKeyProperties('round', { enabled: false });
    await client.updateKeyRotationPolicy('round', {
      lifetimeActions: [{ action: 'Rotate', timeAfterCreate: 'P2M' }],
      expiresIn: 'P90D',
    });
    const { properties } = await client.rotateKey('round');
    expect(properties.expiresOn).toBeInstanceOf(Date);
    const versions = [];
    for await (const version of client.listPropertiesOfKeyVersions('round')) versions.push(version.version);
    expect(versions).toHaveLength(2);
    const blob = await client.backupKey('round');
    if (blob === undefined) throw new Error('The backup is empty.');
    const deleted = await (await client.beginDeleteKey('round', QUICK)).pollUntilDone();
    expect(deleted.properties.recoveryId).toBe(`${emulator.running.url}/deletedkeys/round`);
    expect(await client.getDeletedKey('round')).toMatchObject({ name: 'round' });
    await (await client.beginRecoverDeletedKey('round', QUICK)).pollUntilDone();
    await (await client.beginDeleteKey('round', QUICK)).pollUntilDone();
    await client.purgeDeletedKey('round');
    const restored = await client.restoreKeyBackup(blob);
    expect(restored.properties.version).toBe(properties.version);
  });

  it('should encrypt, wrap and sign as its local cryptography does', async () => {
    const client = await connect();
    const rsa = new CryptographyClient(await client.createRsaKey('rsa'), ANY_TOKEN, clientOptions(emulator));
    const plaintext = Buffer.from('text');
    for (const algorithm of ['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256'] as const) {
      const { result } = await rsa.encrypt({ algorithm, plaintext });
      expect(Buffer.from((await rsa.decrypt({ algorithm, ciphertext: result })).result)).toEqual(plaintext);
    }
    for (const algorithm of ['RS256', 'PS256', 'PS512'] as const) {
      const digest = createHash(`sha${algorithm.slice(2)}`)
        .update('text')
        .digest();
      const { result } = await rsa.sign(algorithm, digest);
      expect((await rsa.verify(algorithm, digest, result)).result).toBe(true);
    }
    const curve = await client.createEcKey('ec', { curve: 'P-521' });
    const ec = new CryptographyClient(curve, ANY_TOKEN, clientOptions(emulator));
    const signature = await ec.signData('ES512', plaintext);
    expect((await ec.verifyData('ES512', plaintext, signature.result)).result).toBe(true);
  });
});

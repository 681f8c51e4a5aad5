import { SecretClient } from '@azure/keyvault-secrets';
import { afterEach, describe, expect, it } from 'vitest';
import type { EmulatorOptions } from './emulatorOptions.ts';
import { EmulatorUnderTest, NOON } from './testing/emulatorUnderTest.ts';
import { ANY_TOKEN, clientOptions, QUICK } from './testing/sdkClients.ts';

/** What the SDK's pollers have in common. */
interface Waiting<Result> {
  poll(): Promise<unknown>;
  isDone(): boolean;
  pollUntilDone(): Promise<Result>;
}

let emulator: EmulatorUnderTest;

afterEach(() => emulator.close());

/** The SDK's client of the vault `default` in a new emulator. */
async function connect(options: EmulatorOptions = {}): Promise<SecretClient> {
  emulator = await EmulatorUnderTest.start(options);
  return new SecretClient(emulator.running.url, ANY_TOKEN, clientOptions(emulator));
}

async function namesOf(list: AsyncIterable<{ readonly name: string }>): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of list) names.push(name);
  return names;
}

describe("the JavaScript SDK's SecretClient", () => {
  it('should set, get, update and list secrets and their versions', async () => {
    const client = await connect();
    const expiresOn = new Date((NOON + 3600) * 1000);
    const first = await client.setSecret('greeting', 'hello', {
      contentType: 'text/plain',
      tags: { to: 'all' },
      expiresOn,
    });
    expect(first).toMatchObject({ name: 'greeting', value: 'hello' });
    expect(first.properties).toMatchObject({
      contentType: 'text/plain',
      tags: { to: 'all' },
      expiresOn,
      enabled: true,
      createdOn: new Date(NOON * 1000),
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays: 90,
      vaultUrl: emulator.running.url,
    });
    await client.setSecret('greeting', 'hello again');
    expect((await client.getSecret('greeting')).value).toBe('hello again');
    const version = first.properties.version ?? '';
    expect((await client.getSecret('greeting', { version })).value).toBe('hello');
    const updated = await client.updateSecretProperties('greeting', version, { enabled: false });
    expect(updated).toMatchObject({ enabled: false, contentType: 'text/plain', tags: { to: 'all' } });
    await expect(client.getSecret('greeting', { version })).rejects.toMatchObject({
      statusCode: 403,
      code: 'Forbidden',
    });
    const versions = [];
    for await (const properties of client.listPropertiesOfSecretVersions('greeting'))
      versions.push(properties);
    expect(versions).toHaveLength(2);
  });

  it('should page through more secrets than fit on a page, some of them deleted', async () => {
    const client = await connect();
    const names = Array.from({ length: 55 }, (_, number) => `paged-${String(number).padStart(2, '0')}`);
    for (const name of names) await client.setSecret(name, 'x');
    const dead = names.filter((_, place) => place % 3 === 0);
    for (const name of dead) await client.beginDeleteSecret(name, QUICK);
    expect(await namesOf(client.listPropertiesOfSecrets())).toEqual(
      names.filter((name) => !dead.includes(name)),
    );
    expect(await namesOf(client.listDeletedSecrets())).toEqual(dead);
  });

  it('should delete, look at, recover, delete and purge a secret that settles at once', async () => {
    const client = await connect();
    await client.setSecret('mortal', 'v');
    const deleting = await client.beginDeleteSecret('mortal', QUICK);
    const deleted = await deleting.pollUntilDone();
    expect(deleted).toMatchObject({
      name: 'mortal',
      recoveryId: `${emulator.running.url}/deletedsecrets/mortal`,
      properties: { deletedOn: new Date(NOON * 1000) },
    });
    expect(await client.getDeletedSecret('mortal')).toMatchObject({ name: 'mortal' });
    await expect(client.setSecret('mortal', 'w')).rejects.toMatchObject({
      statusCode: 409,
      code: 'Conflict',
    });
    const recovering = await client.beginRecoverDeletedSecret('mortal', QUICK);
    expect(await recovering.pollUntilDone()).toMatchObject({ name: 'mortal' });
    expect((await client.getSecret('mortal')).value).toBe('v');
    await (await client.beginDeleteSecret('mortal', QUICK)).pollUntilDone();
    await client.purgeDeletedSecret('mortal');
    await expect(client.getDeletedSecret('mortal')).rejects.toMatchObject({
      statusCode: 404,
      code: 'SecretNotFound',
    });
    await client.setSecret('mortal', 'born again');
  });

  it('should wait for what takes time in the real service, until the clock has moved on', async () => {
    const client = await connect({ settle: { mode: 'real', seed: 1 } });
    await client.setSecret('slow', 'v');
    const untilSettled = async <Result>(poller: Waiting<Result>): Promise<Result> => {
      await poller.poll();
      expect(poller.isDone()).toBe(false);
      await emulator.advance(150);
      return poller.pollUntilDone();
    };
    const deleting = await client.beginDeleteSecret('slow', QUICK);
    await expect(client.purgeDeletedSecret('slow')).rejects.toMatchObject({ statusCode: 409 });
    expect(await untilSettled(deleting)).toMatchObject({ name: 'slow' });
    const recovering = await client.beginRecoverDeletedSecret('slow', QUICK);
    await expect(client.setSecret('slow', 'w')).rejects.toMatchObject({ statusCode: 409 });
    expect(await untilSettled(recovering)).toMatchObject({ name: 'slow' });
    await untilSettled(await client.beginDeleteSecret('slow', QUICK));
    await client.purgeDeletedSecret('slow');
    await expect(client.setSecret('slow', 'w')).rejects.toMatchObject({ statusCode: 409 });
    await emulator.advance(150);
    expect((await client.setSecret('slow', 'w')).value).toBe('w');
  });

  it('should back a secret up and restore it after a purge', async () => {
    const client = await connect();
    await client.setSecret('treasure', 'one', { tags: { old: 'yes' } });
    const { properties } = await client.setSecret('treasure', 'two');
    const blob = await client.backupSecret('treasure');
    if (blob === undefined) throw new Error('The backup is empty.');
    await expect(client.restoreSecretBackup(blob)).rejects.toMatchObject({ statusCode: 409 });
    await (await client.beginDeleteSecret('treasure', QUICK)).pollUntilDone();
    await client.purgeDeletedSecret('treasure');
    expect(await client.restoreSecretBackup(blob)).toMatchObject({
      name: 'treasure',
      version: properties.version ?? '',
    });
    expect((await client.getSecret('treasure')).value).toBe('two');
    await expect(client.restoreSecretBackup(Buffer.from('nonsense'))).rejects.toMatchObject({
      statusCode: 400,
      code: 'Malformed backup blob',
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, deletedPath, putVault, vaultBody, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, NOON, type Reply } from '../../testing/emulatorUnderTest.ts';

const DAY = 86_400;

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { code: string; message: string } };
  return [status, error.code];
};

const remove = (name: string): Promise<Reply> => emulator.arm('DELETE', vaultPath(name));
const purge = (name: string): Promise<Reply> => emulator.arm('POST', `${deletedPath(name)}/purge`);
const recover = (name: string, more: object = {}, path = vaultPath(name)): Promise<Reply> =>
  emulator.arm('PUT', path, { body: vaultBody({ createMode: 'recover', accessPolicies: undefined }, more) });
const set = (vault: string, name: string): Promise<Reply> =>
  emulator.call('PUT', `/secrets/${name}`, { body: { value: '1' }, ...at(vault) });

const time = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

describe('a deleted vault', () => {
  it('should be gone where it was and be shown where deleted vaults are', async () => {
    await putVault(
      emulator,
      'shown',
      { softDeleteRetentionInDays: 7, enablePurgeProtection: true },
      { more: { tags: { a: 'b' } } },
    );
    const deleted = await remove('shown');
    expect([deleted.status, deleted.text]).toEqual([200, '']);
    expect(refusal(await emulator.arm('GET', vaultPath('shown')))).toEqual([404, 'ResourceNotFound']);
    const text = `{"id":"${deletedPath('shown')}","name":"shown","type":"Microsoft.KeyVault/deletedVaults","properties":{"vaultId":"${vaultPath('shown')}","location":"westeurope","tags":{"a":"b"},"deletionDate":"${time(NOON)}","scheduledPurgeDate":"${time(NOON + 7 * DAY)}","purgeProtectionEnabled":true}}`;
    expect((await emulator.arm('GET', deletedPath('shown', 'West Europe').replace(' ', '%20'))).text).toBe(
      text,
    );
    const list =
      '/subscriptions/00000000-0000-0000-0000-000000000002/providers/Microsoft.KeyVault/deletedVaults';
    expect((await emulator.arm('GET', list)).text).toContain(text);
    const again = await remove('shown');
    expect([again.status, again.text]).toEqual([204, '']);
    expect((await emulator.arm('DELETE', vaultPath('never'))).status).toBe(204);
  });

  it('should be named as such when it is absent, since 2023', async () => {
    const absent = deletedPath('absent');
    const { body } = await emulator.arm('GET', absent, { api: '2018-02-14-preview' });
    expect(body).toEqual({
      error: { code: 'ResourceNotFound', message: 'The specified resource does not exist.' },
    });
    expect((await emulator.arm('GET', absent)).body).toEqual({
      error: {
        code: 'DeletedVaultNotFound',
        message:
          "The specified deleted vault 'absent' does not exist. Ensure that the vault was indeed deleted and that it is in recoverable state. If soft delete was not enabled then the vault is permanently deleted. Follow this link for more information: https://go.microsoft.com/fwlink/?linkid=2149745",
      },
    });
    await putVault(emulator, 'elsewhere');
    expect((await purge('elsewhere')).status).toBe(404);
    await remove('elsewhere');
    expect((await emulator.arm('GET', deletedPath('elsewhere', 'eastus'))).status).toBe(404);
    expect((await emulator.arm('GET', deletedPath('elsewhere', 'westeurope', 'other'))).status).toBe(404);
  });

  it('should not be reached, and be told so', async () => {
    await putVault(emulator, 'closed');
    await set('closed', 'inside');
    await remove('closed');
    expect(await emulator.call('GET', '/secrets/inside', at('closed'))).toMatchObject({
      status: 404,
      body: {
        error: { code: 'VaultNotFound', message: expect.stringContaining("The vault 'closed' is deleted") },
      },
    });
  });

  it('should come back with all that it was and all that is in it, and the tags of the request', async () => {
    const properties = {
      softDeleteRetentionInDays: 20,
      enablePurgeProtection: true,
      enabledForDeployment: true,
    };
    const made = await putVault(emulator, 'back', properties, { more: { tags: { old: 'yes' } } });
    await set('back', 'alive');
    await set('back', 'dead');
    const { body: deadBefore } = await emulator.call('DELETE', '/secrets/dead', at('back'));
    const before = await emulator.call('GET', '/secrets/alive', at('back'));
    await remove('back');
    await emulator.advance(3 * DAY);
    const recovered = await recover('back', { tags: { m: 'n' } });
    expect([recovered.status, recovered.body]).toMatchObject([
      200,
      { tags: { m: 'n' }, properties: (made.body as { properties: object }).properties },
    ]);
    expect((await emulator.call('GET', '/secrets/alive', at('back'))).body).toEqual(before.body);
    expect((await emulator.call('GET', '/deletedsecrets/dead', at('back'))).body).toEqual(deadBefore);
    expect(refusal(await recover('back'))).toEqual([400, 'SoftDeletedVaultDoesNotExist']);
    await remove('back');
    expect((await recover('back')).body).toMatchObject({ tags: {} });
  });

  it('should keep no object beyond its own date', async () => {
    await putVault(emulator, 'timers', { softDeleteRetentionInDays: 7 });
    await set('timers', 'expiring');
    await emulator.call('DELETE', '/secrets/expiring', at('timers'));
    await emulator.advance(2 * DAY);
    await remove('timers');
    await emulator.advance(5 * DAY);
    await recover('timers');
    expect((await emulator.call('GET', '/deletedsecrets/expiring', at('timers'))).status).toBe(404);
    expect((await set('timers', 'expiring')).status).toBe(200);
  });

  it('should only come back where it was', async () => {
    await putVault(emulator, 'placed');
    await remove('placed');
    for (const path of [vaultPath('placed', 'other'), vaultPath('placed', 'rg', 'other')]) {
      expect(refusal(await recover('placed', {}, path))).toEqual([400, 'SoftDeletedVaultDoesNotExist']);
    }
    expect(refusal(await recover('placed', { location: 'eastus' }))).toEqual([
      400,
      'SoftDeletedVaultDoesNotExist',
    ]);
    expect(refusal(await recover('never'))).toEqual([400, 'SoftDeletedVaultDoesNotExist']);
    expect((await recover('placed')).status).toBe(200);
  });

  it('should hold its name: in conflict where it was deleted with something in it, in use everywhere else', async () => {
    await putVault(emulator, 'holding');
    await set('holding', 'something');
    await remove('holding');
    const conflict = await putVault(emulator, 'holding');
    expect(conflict.body).toEqual({
      error: {
        code: 'ConflictError',
        message:
          'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
      },
    });
    expect(refusal(await putVault(emulator, 'holding', {}, { group: 'other' }))).toEqual([
      409,
      'ConflictError',
    ]);
    const elsewhere = { body: vaultBody({}, { location: 'eastus' }) };
    expect(refusal(await emulator.arm('PUT', vaultPath('holding'), elsewhere))).toEqual([
      409,
      'VaultAlreadyExists',
    ]);
    const other = await emulator.arm('PUT', vaultPath('holding', 'rg', 'other'), { body: vaultBody() });
    expect(refusal(other)).toEqual([409, 'VaultAlreadyExists']);
  });

  it('should come back by a plain PUT when it is empty, with what the PUT says, unless that is to conflict', async () => {
    const made = await putVault(
      emulator,
      'empty',
      { enabledForDeployment: true },
      { more: { tags: { a: '1' } } },
    );
    await remove('empty');
    await emulator.advance(4);
    const again = await putVault(
      emulator,
      'empty',
      { enabledForDiskEncryption: true },
      { more: { tags: { b: '2' } } },
    );
    const created = (reply: Reply): unknown =>
      (reply.body as { systemData: { createdAt: string } }).systemData.createdAt;
    expect([again.status, again.body]).toMatchObject([
      200,
      {
        tags: { b: '2' },
        properties: {
          enabledForDeployment: true,
          enabledForDiskEncryption: true,
          provisioningState: 'Succeeded',
        },
      },
    ]);
    expect(created(again)).toBe(created(made));
    const strict = await EmulatorUnderTest.start({ emptyDeletedVault: 'conflict' });
    await putVault(strict, 'empty');
    await strict.arm('DELETE', vaultPath('empty'));
    expect(refusal(await putVault(strict, 'empty'))).toEqual([409, 'ConflictError']);
    await strict.close();
  });

  it('should be purged by the service itself at its date, protected or not', async () => {
    await putVault(emulator, 'mortal', { softDeleteRetentionInDays: 7, enablePurgeProtection: true });
    await set('mortal', 'inside');
    await remove('mortal');
    await emulator.advance(7 * DAY - 1);
    expect((await emulator.arm('GET', deletedPath('mortal'))).status).toBe(200);
    await emulator.advance(1);
    expect((await emulator.arm('GET', deletedPath('mortal'))).status).toBe(404);
    expect(refusal(await recover('mortal'))).toEqual([400, 'SoftDeletedVaultDoesNotExist']);
    expect((await putVault(emulator, 'mortal')).status).toBe(200);
    expect((await emulator.call('GET', '/secrets/inside', at('mortal'))).status).toBe(404);
  });
});

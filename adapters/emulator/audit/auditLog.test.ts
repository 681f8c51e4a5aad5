import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletedPath, putVault, vaultBody, vaultPath } from '../testing/armPaths.ts';
import { EmulatorUnderTest, NOON } from '../testing/emulatorUnderTest.ts';
import { ARM_SCOPE, signIn, VAULT_SCOPE } from '../testing/signIn.ts';
import { AuditLog, type AuditRecord } from './auditLog.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

async function records(of: EmulatorUnderTest, since = 0): Promise<AuditRecord[]> {
  const { body } = await of.call('GET', `/emulator/audit?since=${since}`);
  return (body as { records: AuditRecord[] }).records;
}

const brief = ({ operationName, resultSignature, resultDescription }: AuditRecord): string =>
  [operationName, resultSignature, resultDescription].filter((part) => part !== undefined).join(' ');

describe('the log of calls', () => {
  it('should have a record of every call to a vault, the refused ones too', async () => {
    await emulator.set('a');
    await emulator.call('GET', '/secrets/a', { headers: { 'user-agent': 'tests' } });
    await emulator.call('GET', '/secrets/absent?api-version=7.4');
    await emulator.call('DELETE', '/secrets/a');
    await emulator.call('PUT', '/secrets/a', { body: { value: '1' } });
    await emulator.call('GET', '/deletedsecrets');
    await emulator.call('POST', '/deletedsecrets/a/recover');
    await emulator.call('GET', '/secrets', { headers: { authorization: undefined } });
    await emulator.call('GET', '/nothing');
    const all = await records(emulator);
    expect(all.map(brief)).toEqual([
      'SecretSet OK',
      'SecretGet OK',
      'SecretGet Not Found SecretNotFound',
      'SecretDelete OK',
      'SecretSet Conflict ObjectIsDeletedButRecoverable',
      'SecretListDeleted OK',
      'SecretRecover OK',
      'Authentication Unauthorized Unauthorized',
      'Unknown Not Found NotFound',
    ]);
    expect(all[1]).toEqual({
      sequence: 2,
      time: new Date(NOON * 1000).toISOString(),
      operationName: 'SecretGet',
      resultType: 'Success',
      resultSignature: 'OK',
      callerIpAddress: expect.stringMatching(/127\.0\.0\.1|::1/),
      identity: {},
      vault: 'default',
      properties: { id: `${emulator.running.url}/secrets/a`, clientInfo: 'tests', httpStatusCode: 200 },
    });
    const last = all.at(-1)?.sequence ?? 0;
    expect(await records(emulator, last)).toEqual([]);
    expect((await records(emulator, last - 2)).map(({ sequence }) => sequence)).toEqual([last - 1, last]);
    expect((await emulator.call('GET', '/emulator/audit?since=x')).status).toBe(400);
  });

  it('should have a record of every call about a vault, named as Azure names it', async () => {
    const since = (await records(emulator)).at(-1)?.sequence ?? 0;
    await putVault(emulator, 'logged');
    await emulator.arm('GET', vaultPath('logged'));
    await emulator.arm('PATCH', vaultPath('logged'), { body: {} });
    await emulator.arm('DELETE', vaultPath('logged'));
    await emulator.arm('PUT', vaultPath('logged'), { body: vaultBody({ createMode: 'recover' }) });
    await emulator.arm('DELETE', vaultPath('logged'));
    await emulator.arm('POST', `${deletedPath('logged')}/purge`);
    const found = await records(emulator, since);
    expect(found.map(brief)).toEqual([
      'VaultPut OK',
      'VaultGet OK',
      'VaultPatch OK',
      'VaultDelete OK',
      'VaultRecover OK',
      'VaultDelete OK',
      'Microsoft.KeyVault/locations/deletedVaults/purge/action Accepted',
    ]);
    expect(found.every(({ vault }) => vault === 'logged')).toBe(true);
  });

  it('should tell who called, where that is known', async () => {
    const checked = await EmulatorUnderTest.start({ tokens: 'checked' });
    const { principal } = checked.running;
    await checked.call('GET', '/secrets', { headers: await signIn(checked, principal, VAULT_SCOPE) });
    await checked.arm('GET', vaultPath('x', 'emulator'), {
      headers: await signIn(checked, principal, ARM_SCOPE),
    });
    const claim = { oid: principal.objectId, appid: principal.clientId };
    expect((await records(checked)).map(({ identity }) => identity)).toEqual([{ claim }, { claim }]);
    await checked.close();
  });

  it('should forget the oldest when there are too many', () => {
    const log = new AuditLog();
    const call = {
      operationName: 'SecretGet',
      resultType: 'Success',
      resultSignature: 'OK',
      callerIpAddress: '::1',
      identity: {},
      properties: { id: '', clientInfo: '', httpStatusCode: 200 },
    } as const;
    for (let number = 0; number < 25_000; number += 1) log.record(0, call);
    const kept = log.since(0);
    expect([kept.length, kept[0]?.sequence, kept.at(-1)?.sequence]).toEqual([10_000, 15_001, 25_000]);
    expect(new AuditLog(kept).since(24_999)).toHaveLength(1);
    const lasting = log.lasting();
    expect([lasting.length, lasting.at(-1)?.sequence]).toEqual([1_000, 25_000]);
  });
});

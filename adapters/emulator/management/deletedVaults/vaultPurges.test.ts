import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, deletedPath, putVault, vaultBody, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;
let slow: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
  slow = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 5 } });
});
afterAll(() => Promise.all([emulator.close(), slow.close()]));

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

describe('the purge of a vault', () => {
  it('should destroy it with all that is in it, and free its name', async () => {
    await putVault(emulator, 'doomed');
    await set('doomed', 'inside');
    await remove('doomed');
    const accepted = await purge('doomed');
    expect([accepted.status, accepted.text, accepted.headers['retry-after']]).toEqual([202, '', '0']);
    const location = String(accepted.headers.location);
    expect(location).toMatch(/\/locations\/westeurope\/operationResults\/[\w-]+\?api-version=2023-07-01$/);
    const done = await emulator.arm('GET', location.replace(emulator.running.armUrl, ''));
    expect(Object.keys(done.body as object)).toEqual(['createdDateTime', 'lastActionDateTime', 'status']);
    expect(done.body).toMatchObject({
      status: 'Succeeded',
      createdDateTime: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
    });
    expect((await emulator.arm('GET', deletedPath('doomed'))).status).toBe(404);
    expect((await purge('doomed')).status).toBe(404);
    expect((await emulator.arm('PUT', vaultPath('doomed', 'new', 'new'), { body: vaultBody() })).status).toBe(
      200,
    );
    expect((await emulator.call('GET', '/secrets/inside', at('doomed'))).status).toBe(404);
  });

  it('should take its time where things do, and be final from the start', async () => {
    await putVault(slow, 'slow');
    await slow.advance(60);
    await slow.arm('DELETE', vaultPath('slow'));
    const accepted = await slow.arm('POST', `${deletedPath('slow')}/purge`);
    expect(accepted.headers['retry-after']).toBe('5');
    const poll = String(accepted.headers.location).replace(slow.running.armUrl, '');
    const pending = await slow.arm('GET', poll);
    expect([pending.status, pending.body]).toEqual([
      202,
      { createdDateTime: expect.any(String), status: 'NotStarted' },
    ]);
    expect(pending.headers).toMatchObject({ location: accepted.headers.location, 'retry-after': '5' });
    expect((await slow.arm('GET', deletedPath('slow'))).status).toBe(200);
    const body = vaultBody({ createMode: 'recover' });
    expect(refusal(await slow.arm('PUT', vaultPath('slow'), { body }))).toEqual([409, 'ConflictError']);
    expect(refusal(await slow.arm('POST', `${deletedPath('slow')}/purge`))).toEqual([409, 'ConflictError']);
    expect(refusal(await slow.arm('PUT', vaultPath('slow'), { body: vaultBody() }))).toEqual([
      409,
      'ConflictError',
    ]);
    await slow.advance(602);
    expect((await slow.arm('GET', poll)).body).toMatchObject({ status: 'Succeeded' });
    expect((await slow.arm('PUT', vaultPath('slow'), { body: vaultBody() })).body).toMatchObject({
      properties: {
        provisioningState: 'RegisteringDns',
        vaultUri: expect.stringMatching(/^https:\/\/slow\.[^/]+$/),
      },
    });
  });

  it('should not be allowed under protection', async () => {
    await putVault(emulator, 'guarded', { enablePurgeProtection: true });
    await remove('guarded');
    expect((await purge('guarded')).body).toEqual({
      error: { code: 'MethodNotAllowed', message: "Operation 'DeletedVaultPurge' is not allowed." },
    });
    expect((await emulator.arm('GET', deletedPath('guarded'))).status).toBe(200);
    expect((await recover('guarded')).status).toBe(200);
  });

  it('should not be allowed in an undeletable subscription, nor that of objects', async () => {
    const subscription = '00000000-0000-0000-0000-0000000000ff';
    const path = vaultPath('eternal', 'rg', subscription);
    const mark = (undeletable: unknown): Promise<Reply> =>
      emulator.call('PATCH', `/emulator/subscriptions/${subscription}`, { body: { undeletable } });
    expect((await mark(true)).body).toEqual({ subscriptionId: subscription, undeletable: true });
    expect((await mark('yes')).status).toBe(400);
    await emulator.arm('PUT', path, { body: vaultBody() });
    expect((await set('eternal', 'kept')).body).toMatchObject({
      attributes: { recoveryLevel: 'Recoverable+ProtectedSubscription' },
    });
    await emulator.call('DELETE', '/secrets/kept', at('eternal'));
    expect(refusal(await emulator.call('DELETE', '/deletedsecrets/kept', at('eternal')))).toEqual([
      403,
      'Forbidden',
    ]);
    await emulator.arm('DELETE', path);
    const doom = `${deletedPath('eternal', 'westeurope', subscription)}/purge`;
    expect(refusal(await emulator.arm('POST', doom))).toEqual([405, 'MethodNotAllowed']);
    await mark(false);
    expect((await emulator.arm('POST', doom)).status).toBe(202);
  });
});

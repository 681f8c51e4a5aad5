import { afterEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../../model/answer.ts';
import type { Command } from '../../../model/command.ts';
import type { PermissionModel } from '../../../model/principal.ts';
import { startEmulator } from '../../emulator/startEmulator.ts';
import { embedded } from '../embedded.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close();
});

type Ask = (
  op: 'delete' | 'get' | 'list' | 'purge' | 'recover' | 'set',
  principal?: string,
) => Promise<Answer>;

/** Asks in a new vault, in the name of callers. */
async function asking(permissionModel: PermissionModel, url?: string): Promise<Ask> {
  const adapter = await embedded.open(url === undefined ? {} : { url });
  closing.push(adapter);
  const settings = { softDelete: true, retentionDays: 90, purgeProtection: false, permissionModel };
  const { vault } = await adapter.openVault(settings);
  return async (op, principal) => {
    const input = op === 'set' ? { input: { value: 'x' } } : {};
    const who = principal === undefined ? {} : { principal };
    const command = { op, kind: 'secret', vault, name: 'a', ...input, ...who } as Command;
    const { answer } = await adapter.execute(command);
    if ('lost' in answer) throw new Error(answer.detail);
    return answer;
  };
}

describe('the callers of the embedded target', () => {
  it('should each do what access policies grant', async () => {
    const ask = await asking('access-policies');
    expect(await ask('set', 'creator')).toMatchObject({ status: 200 });
    expect(await ask('get', 'deleter')).toMatchObject({
      status: 403,
      refusal: { inner: 'ForbiddenByPolicy' },
    });
    expect(await ask('get', 'nobody')).toMatchObject({ status: 403, refusal: { inner: 'AccessDenied' } });
    expect(await ask('delete', 'deleter')).toMatchObject({ status: 200 });
    expect(await ask('purge', 'all')).toMatchObject({ status: 403, refusal: { inner: 'ForbiddenByPolicy' } });
    expect(await ask('purge', 'purge-operator')).toMatchObject({ status: 204 });
  }, 20_000);

  it('should each do what roles grant, also in an emulator that runs already', async () => {
    const emulator = await startEmulator({ tokens: 'checked' });
    closing.push(emulator);
    const ask = await asking('roles', emulator.url);
    expect(await ask('set', 'secrets-officer')).toMatchObject({ status: 200 });
    expect(await ask('delete')).toMatchObject({ status: 200 });
    expect(await ask('purge', 'purge-operator')).toMatchObject({
      status: 403,
      refusal: { inner: 'ForbiddenByRbac' },
    });
    expect(await ask('recover', 'secrets-officer')).toMatchObject({ status: 200 });
  }, 20_000);

  it.each(['without-token', 'token-forged', 'token-expired', 'token-for-another-service'])(
    'should be told where to get a token: %s',
    async (principal) => {
      const ask = await asking('access-policies');
      const { status, challenge } = await ask('list', principal);
      expect([status, challenge]).toEqual([
        401,
        expect.stringContaining('resource="https://vault.azure.net"'),
      ]);
    },
    20_000,
  );

  it('should be unknown to an emulator that takes any token', async () => {
    const emulator = await startEmulator();
    closing.push(emulator);
    const adapter = await embedded.open({ url: emulator.url });
    closing.push(adapter);
    expect(adapter.summary.principals).toBeUndefined();
  });
});

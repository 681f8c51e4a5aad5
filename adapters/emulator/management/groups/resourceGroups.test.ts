import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deletedPath, putVault, vaultBody, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const refusal = ({ status, body }: Reply): unknown[] => {
  const { error } = body as { error: { code: string; message: string } };
  return [status, error.code];
};

const recover = (name: string, more: object = {}, path = vaultPath(name)): Promise<Reply> =>
  emulator.arm('PUT', path, { body: vaultBody({ createMode: 'recover', accessPolicies: undefined }, more) });

describe('a resource group', () => {
  const path = (group: string): string => vaultPath('x', group).split('/providers')[0] ?? '';

  it('should be made when it is first used or by itself, be shown, listed and deleted with its vaults softly', async () => {
    const body = { location: 'West Europe', tags: { a: 'b' } };
    const made = await emulator.arm('PUT', path('own'), { body });
    expect([made.status, made.body]).toEqual([
      201,
      {
        id: path('own'),
        name: 'own',
        type: 'Microsoft.Resources/resourceGroups',
        location: 'westeurope',
        tags: { a: 'b' },
        properties: { provisioningState: 'Succeeded' },
      },
    ]);
    expect((await emulator.arm('PUT', path('Own'), { body })).status).toBe(200);
    expect((await emulator.arm('HEAD', path('own'))).status).toBe(204);
    await putVault(emulator, 'grouped', {}, { group: 'own' });
    const list = await emulator.arm('GET', path('own').replace('/own', ''));
    expect(list.text).toContain('"name":"own"');
    expect((await emulator.arm('DELETE', path('own'))).status).toBe(200);
    expect(refusal(await emulator.arm('GET', path('own')))).toEqual([404, 'ResourceGroupNotFound']);
    expect((await emulator.arm('HEAD', path('own'))).status).toBe(404);
    expect((await emulator.arm('GET', deletedPath('grouped'))).status).toBe(200);
    expect(refusal(await recover('grouped', {}, vaultPath('grouped', 'own')))).toEqual([
      404,
      'ResourceGroupNotFound',
    ]);
    await emulator.arm('PUT', path('own'), { body });
    expect((await recover('grouped', {}, vaultPath('grouped', 'own'))).status).toBe(200);
  });
});

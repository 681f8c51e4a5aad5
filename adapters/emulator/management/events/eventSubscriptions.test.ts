import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putVault, vaultBody, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest, type Reply } from '../../testing/emulatorUnderTest.ts';

const LIST = `${vaultPath('watched')}/providers/Microsoft.EventGrid/eventSubscriptions`;
const BODY = {
  properties: { destination: { endpointType: 'WebHook' }, filter: { includedEventTypes: ['x'] } },
};

let emulator: EmulatorUnderTest;
let folder: string;
let persist: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-events-'));
  persist = join(folder, 'state');
  emulator = await EmulatorUnderTest.start({ persist });
  await putVault(emulator, 'watched');
});
afterEach(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

const arm = (method: string, path: string, body?: object): Promise<Reply> =>
  emulator.arm(method, path, { api: '2022-06-15', body });

describe('an event subscription of a vault', () => {
  it('should be put, shown, listed and deleted', async () => {
    const made = await arm('PUT', `${LIST}/One`, BODY);
    expect([made.status, made.body]).toMatchObject([
      201,
      { name: 'One', properties: { ...BODY.properties, topic: vaultPath('watched') } },
    ]);
    expect((await arm('GET', `${LIST}/one`)).body).toEqual(made.body);
    expect((await arm('GET', LIST)).body).toEqual({ value: [made.body] });
    expect((await arm('DELETE', `${LIST}/one`)).status).toBe(200);
    expect((await arm('DELETE', `${LIST}/one`)).status).toBe(204);
    expect((await arm('GET', `${LIST}/one`)).body).toMatchObject({ error: { code: 'ResourceNotFound' } });
  });

  it('should be there after a restart', async () => {
    await arm('PUT', `${LIST}/one`, BODY);
    await emulator.close();
    emulator = await EmulatorUnderTest.start({ persist });
    expect((await arm('GET', `${LIST}/one`)).status).toBe(200);
  });

  it('should be gone with its vault and not come back with it', async () => {
    await arm('PUT', `${LIST}/one`, BODY);
    await emulator.arm('DELETE', vaultPath('watched'));
    expect((await arm('GET', `${LIST}/one`)).status).toBe(404);
    await emulator.arm('PUT', vaultPath('watched'), { body: vaultBody({ createMode: 'recover' }) });
    expect((await arm('GET', LIST)).body).toEqual({ value: [] });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, putVault, vaultPath } from '../../testing/armPaths.ts';
import { EmulatorUnderTest } from '../../testing/emulatorUnderTest.ts';

let slow: EmulatorUnderTest;

beforeAll(async () => {
  slow = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 5 } });
});
afterAll(() => slow.close());

describe('a vault that is being registered', () => {
  it('should not be reached until its host name is known', async () => {
    const made = await putVault(slow, 'young');
    expect(made.body).toMatchObject({ properties: { provisioningState: 'RegisteringDns' } });
    expect((await slow.arm('GET', vaultPath('young'))).body).toMatchObject({
      properties: { provisioningState: 'RegisteringDns', vaultUri: expect.stringMatching(/\/$/) },
    });
    expect((await slow.call('GET', '/secrets', at('young'))).status).toBe(404);
    await slow.advance(30);
    expect((await slow.arm('GET', vaultPath('young'))).body).toMatchObject({
      properties: { provisioningState: 'Succeeded' },
    });
    expect((await slow.call('GET', '/secrets', at('young'))).status).toBe(200);
  });
});

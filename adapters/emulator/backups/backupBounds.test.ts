import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, vaultBody, vaultPath } from '../testing/armPaths.ts';
import { EmulatorUnderTest, type Reply } from '../testing/emulatorUnderTest.ts';
import { TESTED_KINDS } from '../testing/testedKinds.ts';

const SUBSCRIPTION = 'AAAAAAAA-0000-0000-0000-000000000001';
const OTHER = 'bbbbbbbb-0000-0000-0000-000000000002';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
  await make('source', SUBSCRIPTION, 'westeurope');
  await make('near', SUBSCRIPTION.toLowerCase(), 'northeurope');
  await make('far', SUBSCRIPTION, 'eastus');
  await make('foreign', OTHER, 'westeurope');
});
afterAll(() => emulator.close());

async function make(name: string, subscription: string, location: string): Promise<void> {
  const made = await emulator.arm('PUT', vaultPath(name, 'rg', subscription), {
    body: vaultBody({}, { location }),
  });
  expect(made.status).toBe(200);
}

const post = (path: string, vault: string, body?: unknown): Promise<Reply> =>
  emulator.call('POST', path, { ...at(vault), body });

describe.each(TESTED_KINDS)('a backup of one of the $collection', ({ collection, title }) => {
  const name = `bound-${collection}`;
  const restoreIn = async (vault: string): Promise<Reply> => {
    const backup = await post(`/${collection}/${name}/backup`, 'source');
    return post(`/${collection}/restore`, vault, backup.body);
  };

  beforeAll(async () => {
    const body = {
      secrets: ['PUT', `/secrets/${name}`, { value: 'text' }],
      keys: ['POST', `/keys/${name}/create`, { kty: 'EC' }],
      certificates: [
        'POST',
        `/certificates/${name}/create`,
        {
          policy: {
            issuer: { name: 'Self' },
            x509_props: { subject: 'CN=a.example' },
            key_props: { kty: 'EC' },
          },
        },
      ],
    }[collection] as [string, string, object];
    await emulator.call(body[0], body[1], { ...at('source'), body: body[2] });
  });

  it('should be restored in another region of its geography, however its subscription is spelled', async () => {
    expect((await restoreIn('near')).status).toBe(200);
  });

  it.each(['far', 'foreign'])(
    'should be refused in the vault %s: another geography or subscription',
    async (vault) => {
      expect(await restoreIn(vault)).toMatchObject({
        status: 400,
        body: { error: { code: 'BadParameter', message: 'Cannot decrypt backup blob.' } },
      });
      expect((await emulator.call('GET', `/${collection}/${name}`, at(vault))).body).toMatchObject({
        error: { code: `${title}NotFound` },
      });
    },
  );
});

describe('a backup of many versions', () => {
  it('should hold 500 past versions and not one more', async () => {
    for (let version = 0; version <= 500; version += 1) await emulator.set('long', String(version));
    const { status, body } = await emulator.call('POST', '/secrets/long/backup');
    expect(status).toBe(200);
    await emulator.set('long', 'one too many');
    expect(await emulator.call('POST', '/secrets/long/backup')).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter', message: expect.stringContaining('500') } },
    });
    await emulator.call('DELETE', '/secrets/long');
    await emulator.call('DELETE', '/deletedsecrets/long');
    expect((await emulator.call('POST', '/secrets/restore', { body })).status).toBe(200);
    expect((await emulator.call('GET', '/secrets/long')).body).toMatchObject({ value: '500' });
  });
});

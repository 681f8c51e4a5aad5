import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON, type Reply } from '../../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const create = (name: string, body: object = { kty: 'RSA' }): Promise<Reply> =>
  emulator.call('POST', `/keys/${name}/create`, { body });

const setPolicy = (name: string, body: object): Promise<Reply> =>
  emulator.call('PUT', `/keys/${name}/rotationpolicy`, { body });

const NOTICE = { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } };
const ROTATE = { trigger: { timeAfterCreate: 'P50D' }, action: { type: 'Rotate' } };

describe('the rotation of a key', () => {
  it('should have the usual notice as policy where nobody said', async () => {
    await create('fresh');
    expect((await emulator.call('GET', '/keys/fresh/rotationpolicy')).body).toEqual({
      lifetimeActions: [NOTICE],
      attributes: null,
    });
    for (const call of [
      () => emulator.call('GET', '/keys/nobody/rotationpolicy'),
      () => setPolicy('nobody', {}),
    ]) {
      expect(await call()).toMatchObject({ status: 404, body: { error: { code: 'KeyNotFound' } } });
    }
  });

  it('should keep the policy that is set, with the notice added where it lacks one', async () => {
    await create('set');
    const first = await setPolicy('set', { lifetimeActions: [ROTATE], attributes: { expiryTime: 'P90D' } });
    const id = `${emulator.running.url}/keys/set/rotationpolicy`;
    expect(first.text).toBe(
      JSON.stringify({
        id,
        lifetimeActions: [ROTATE, NOTICE],
        attributes: { expiryTime: 'P90D', created: NOON, updated: NOON },
      }),
    );
    expect((await emulator.call('GET', '/keys/set/rotationpolicy')).text).toBe(first.text);
    await emulator.advance(5);
    const second = await setPolicy('set', { lifetimeActions: [NOTICE], attributes: {} });
    expect(second.body).toEqual({
      id,
      lifetimeActions: [NOTICE],
      attributes: { created: NOON, updated: NOON + 5 },
    });
  });

  it.each<[string, object]>([
    ['a life that is too short', { attributes: { expiryTime: 'P27D' } }],
    ['a life that is no duration', { attributes: { expiryTime: '90' } }],
    ['an action without a trigger', { lifetimeActions: [{ action: { type: 'Rotate' } }] }],
    [
      'a trigger with two times',
      { lifetimeActions: [{ ...ROTATE, trigger: { timeAfterCreate: 'P5D', timeBeforeExpiry: 'P5D' } }] },
    ],
    ['an unknown action', { lifetimeActions: [{ ...ROTATE, action: { type: 'Delete' } }] }],
    ['the same action twice', { lifetimeActions: [ROTATE, ROTATE] }],
    ['actions that are no list', { lifetimeActions: {} }],
  ])('should refuse %s', async (_title, body) => {
    await create('strict');
    expect(await setPolicy('strict', body)).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter' } },
    });
  });

  it('should make a version like the latest, with a key of its own and the life of the policy', async () => {
    const made = await create('turning', {
      kty: 'RSA',
      key_size: 2048,
      key_ops: ['sign', 'verify'],
      tags: { a: '1' },
    });
    await setPolicy('turning', { attributes: { expiryTime: 'P1Y' } });
    await emulator.advance(60);
    const { body: clock } = await emulator.call('GET', '/emulator/clock');
    const { now } = clock as { now: number };
    const rotated = await emulator.call('POST', '/keys/turning/rotate');
    expect([rotated.status, rotated.body]).toMatchObject([
      200,
      {
        key: { kty: 'RSA', key_ops: ['sign', 'verify'] },
        attributes: { created: now, exp: now + 365 * 86_400, enabled: true },
        tags: { a: '1' },
      },
    ]);
    const modulus = ({ body }: Reply): string => (body as { key: { n: string } }).key.n;
    expect(modulus(rotated)).not.toBe(modulus(made));
    await emulator.call('DELETE', '/keys/turning');
    expect((await emulator.call('POST', '/keys/turning/rotate')).status).toBe(404);
    await emulator.call('POST', '/deletedkeys/turning/recover');
    expect((await emulator.call('GET', '/keys/turning/rotationpolicy')).body).toMatchObject({
      attributes: { expiryTime: 'P1Y' },
    });
  });
});

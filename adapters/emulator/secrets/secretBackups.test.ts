import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaults: [{ name: 'second', retentionDays: 7 }] });
});
afterAll(() => emulator.close());

const restore = (value: unknown): ReturnType<EmulatorUnderTest['call']> =>
  emulator.call('POST', '/secrets/restore', { body: { value } });

async function backup(name: string): Promise<string> {
  const { body } = await emulator.call('POST', `/secrets/${name}/backup`);
  return (body as { value: string }).value;
}

async function purge(name: string): Promise<void> {
  await emulator.call('DELETE', `/secrets/${name}`);
  await emulator.call('DELETE', `/deletedsecrets/${name}`);
}

describe('the backup of a secret', () => {
  it('should bring back all versions as they were, after a purge and whatever happened since', async () => {
    await emulator.set('Saved', 'one', { tags: { n: '1' } });
    await emulator.set('Saved', 'two', { contentType: 'text/plain' });
    const versions = await emulator.call('GET', '/secrets/Saved/versions');
    const latest = await emulator.call('GET', '/secrets/Saved');
    const blob = await backup('Saved');
    await emulator.advance(3600);
    await emulator.set('saved', 'three');
    await purge('saved');
    const { value: _, ...bundle } = latest.body as { value: string };
    expect(await restore(blob)).toMatchObject({ status: 200, body: bundle });
    expect((await emulator.call('GET', '/secrets/saved/versions')).body).toEqual(versions.body);
    expect((await emulator.call('GET', '/secrets/saved')).body).toEqual(latest.body);
  });

  it('should not be an open book, and differ each time', async () => {
    await emulator.set('sealed', 'very-secret-value');
    const [one, other] = [await backup('sealed'), await backup('sealed')];
    expect(one).toMatch(/^[\w-]+$/);
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('very-secret-value');
  });

  it('should restore into another vault, under its level', async () => {
    await emulator.set('moved');
    const { body } = await emulator.call('POST', '/secrets/restore', {
      body: { value: await backup('moved') },
      headers: { host: 'second.vault.azure.net' },
    });
    expect(body).toMatchObject({
      id: expect.stringMatching(/^https:\/\/second\.vault\.azure\.net\/secrets\/moved\/[0-9a-f]{32}$/),
      attributes: { recoveryLevel: 'CustomizedRecoverable+Purgeable', recoverableDays: 7 },
    });
  });

  it('should never overwrite, and say so in the words of the service', async () => {
    await emulator.set('taken');
    const reply = await restore(await backup('taken'));
    expect(reply.status).toBe(409);
    const { error } = reply.body as { error: Record<string, unknown> };
    expect(Object.keys(error)).toEqual(['code', 'message']);
    expect(error.message).toMatch(
      /^There was a conflict restoring the secret 'https:\S+\/secrets\/taken\/\w{32}'\. This can/,
    );
  });

  it('should be refused when any byte of it was changed', async () => {
    await emulator.set('brittle');
    const blob = Buffer.from(await backup('brittle'), 'base64url');
    await purge('brittle');
    for (let place = 0; place < blob.length; place += 7) {
      const corrupt = Buffer.from(blob);
      corrupt.writeUInt8(corrupt.readUInt8(place) ^ 1, place);
      const { status, body } = await restore(corrupt.toString('base64url'));
      expect([status, body]).toMatchObject([400, { error: { code: 'Malformed backup blob' } }]);
    }
    expect((await restore(blob.toString('base64url'))).status).toBe(200);
  });

  it.each([
    ['nonsense', 'not a blob', 'Malformed backup blob'],
    ['nothing', '', 'Malformed backup blob'],
    ['null', null, 'BadParameter'],
    ['a number', 7, 'BadParameter'],
    ['no value', undefined, 'BadParameter'],
  ])('should be refused when it is %s', async (_title, value, code) => {
    expect(await restore(value)).toMatchObject({ status: 400, body: { error: { code } } });
  });

  it('should be refused by another emulator', async () => {
    await emulator.set('foreign');
    const blob = await backup('foreign');
    const other = await EmulatorUnderTest.start();
    const { status, body } = await other.call('POST', '/secrets/restore', { body: { value: blob } });
    await other.close();
    expect([status, body]).toMatchObject([
      400,
      { error: { code: 'Malformed backup blob', message: 'Backup blob is corrupt.' } },
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ seed: 5 });
});
afterAll(() => emulator.close());

/** The version id of a bundle. */
const versionOf = ({ body }: { body: unknown }): string =>
  (body as { id: string }).id.split('/').at(-1) ?? '';

describe('the versions of a secret', () => {
  it('should read the one made last, or the one that is named', async () => {
    const first = versionOf(await emulator.set('pair', 'one'));
    const second = versionOf(await emulator.set('pair', 'two'));
    expect(second).not.toBe(first);
    expect((await emulator.call('GET', '/secrets/pair')).body).toMatchObject({ value: 'two' });
    expect((await emulator.call('GET', `/secrets/pair/${first.toUpperCase()}`)).body).toMatchObject({
      value: 'one',
    });
  });

  it('should be updated in place, one at a time, and only in what the body speaks of', async () => {
    const tags = { a: '1' };
    const version = versionOf(await emulator.set('edited', 'old', { tags, attributes: { exp: NOON } }));
    await emulator.set('edited', 'new');
    await emulator.advance(5);
    const { status, body } = await emulator.call('PATCH', `/secrets/edited/${version}`, {
      body: { contentType: 'text/x', attributes: { enabled: false, nbf: null }, tags: null },
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      contentType: 'text/x',
      id: expect.stringContaining(version),
      attributes: expect.objectContaining({ enabled: false, exp: NOON, created: NOON, updated: NOON + 5 }),
      tags,
    });
    expect((await emulator.call('GET', '/secrets/edited')).body).toMatchObject({
      value: 'new',
      attributes: { enabled: true, updated: NOON },
    });
    expect((await emulator.call('GET', `/secrets/edited/${version}`)).status).toBe(403);
  });

  it('should replace tags as a whole, and ignore what only the service sets', async () => {
    await emulator.set('tagged', 'v', { tags: { a: '1', b: '2' } });
    const { body } = await emulator.call('PATCH', '/secrets/tagged/', {
      body: { tags: { c: '3' }, value: 'other', attributes: { recoverableDays: 1, created: 1 } },
    });
    expect(body).toMatchObject({ attributes: { recoverableDays: 90 } });
    expect((body as { tags: unknown }).tags).toEqual({ c: '3' });
    expect((await emulator.call('GET', '/secrets/tagged')).body).toMatchObject({ value: 'v' });
    await emulator.call('PATCH', '/secrets/tagged', { body: { tags: {} } });
    expect((await emulator.call('GET', '/secrets/tagged')).body).toMatchObject({ tags: {} });
  });

  it('should all come back when the secret is recovered, with nothing changed', async () => {
    for (const value of ['1', '2', '3']) await emulator.set('back', value, { tags: { value } });
    const before = await emulator.call('GET', '/secrets/back/versions');
    await emulator.call('DELETE', '/secrets/back');
    expect((await emulator.call('GET', '/secrets/back/versions')).body).toEqual({
      value: [],
      nextLink: null,
    });
    await emulator.advance(1000);
    await emulator.call('POST', '/deletedsecrets/back/recover');
    expect((await emulator.call('GET', '/secrets/back/versions')).body).toEqual(before.body);
    expect((await emulator.call('GET', '/secrets/back')).body).toMatchObject({ value: '3' });
  });

  it('should be new ones when the name is used again after a purge', async () => {
    const old = versionOf(await emulator.set('again', 'old', { tags: { old: 'yes' } }));
    await emulator.call('DELETE', '/secrets/again');
    expect((await emulator.call('DELETE', '/deletedsecrets/again')).status).toBe(204);
    const { body } = await emulator.set('again', 'new');
    expect(Object.keys(body as object)).not.toContain('tags');
    expect((await emulator.call('GET', `/secrets/again/${old}`)).status).toBe(404);
  });

  it('should have the same ids with the same seed', async () => {
    const other = await EmulatorUnderTest.start({ seed: 5 });
    const first = versionOf(await other.set('pair'));
    const second = versionOf(await other.set('pair'));
    await other.close();
    const { body } = await emulator.call('GET', '/secrets/pair/versions');
    const ids = (body as { value: { id: string }[] }).value.map(({ id }) => id.split('/').at(-1));
    expect(ids).toEqual([first, second].sort());
  });

  it('should give a second deletion dates of its own', async () => {
    await emulator.set('twice');
    const { body: first } = await emulator.call('DELETE', '/secrets/twice');
    await emulator.call('POST', '/deletedsecrets/twice/recover');
    await emulator.advance(60);
    const { body: second } = await emulator.call('DELETE', '/secrets/twice');
    const dates = (body: unknown): unknown => {
      const { deletedDate, scheduledPurgeDate } = body as Record<string, number>;
      return [deletedDate, scheduledPurgeDate];
    };
    const [deleted, purged] = dates(first) as [number, number];
    expect(dates(second)).toEqual([deleted + 60, purged + 60]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';

interface Page {
  readonly value: readonly Record<string, unknown>[];
  readonly nextLink: string | null;
}

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ vaults: [{ name: 'few' }, { name: 'graveyard' }] });
  for (let number = 0; number < 60; number += 1) await emulator.set(`Item-${number}`);
});
afterAll(() => emulator.close());

/** All pages of a list, by its links. */
async function pages(path: string, host?: string): Promise<Page[]> {
  const all: Page[] = [];
  let next: string | null = path;
  while (next !== null) {
    const { status, body } = await emulator.call('GET', next, { headers: { host } });
    expect(status).toBe(200);
    const page = body as Page;
    all.push(page);
    next = page.nextLink === null ? null : page.nextLink.replace(/^https:\/\/[^/]+/, '');
  }
  return all;
}

const names = (page: Page): string[] => page.value.map(({ id }) => String(id).split('/')[4] ?? '');

describe('the lists of a vault', () => {
  it('should show every secret once, by name without regard to case, 25 to a page', async () => {
    const found = await pages('/secrets');
    expect(found.map(({ value }) => value.length)).toEqual([25, 25, 10]);
    const listed = found.flatMap(names);
    expect(listed).toEqual(
      [...listed].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1)),
    );
    expect(new Set(listed).size).toBe(60);
  });

  it('should show items without value and without version', async () => {
    const [page] = await pages('/secrets?maxresults=1');
    const [item] = page?.value ?? [];
    expect(Object.keys(item ?? {})).toEqual(['id', 'attributes']);
    expect(item?.id).toBe(`${emulator.running.url}/secrets/Item-0`);
  });

  it('should keep maxresults and api-version in the link, as the service writes it', async () => {
    const { body } = await emulator.call('GET', '/secrets?maxresults=2', { api: '7.2' });
    const { nextLink } = body as Page;
    expect(nextLink).toMatch(
      new RegExp(`^${emulator.running.url}/secrets\\?api-version=7\\.2&\\$skiptoken=[\\w-]+&maxresults=2$`),
    );
    const { body: vaultBody } = await emulator.call('GET', '/secrets?maxresults=2', {
      headers: { host: 'default.vault.azure.net' },
    });
    expect((vaultBody as Page).nextLink).toMatch(/^https:\/\/default\.vault\.azure\.net:443\/secrets\?/);
  });

  it('should go through short and empty pages where deleted secrets lie between live ones', async () => {
    const host = 'graveyard.vault.azure.net';
    for (let number = 10; number < 80; number += 1) {
      await emulator.call('PUT', `/secrets/s${number}`, { body: { value: '1' }, headers: { host } });
      if (number !== 12 && number !== 79)
        await emulator.call('DELETE', `/secrets/s${number}`, { headers: { host } });
    }
    const live = await pages('/secrets', host);
    expect(live.map(({ value }) => value.length)).toEqual([1, 0, 1]);
    expect(live.flatMap(names)).toEqual(['s12', 's79']);
    const deleted = await pages('/deletedsecrets', host);
    expect(deleted.map(({ value }) => value.length)).toEqual([24, 25, 19]);
    expect(Object.keys(deleted[0]?.value[0] ?? {})).toEqual([
      'recoveryId',
      'deletedDate',
      'scheduledPurgeDate',
      'id',
      'attributes',
    ]);
  });

  it('should say null for the next link at the end and an empty array for an empty list', async () => {
    expect(await pages('/secrets', 'few.vault.azure.net')).toEqual([{ value: [], nextLink: null }]);
    expect(await pages('/secrets/nobody/versions')).toEqual([{ value: [], nextLink: null }]);
  });

  it('should list versions by version id, with it and without their values', async () => {
    for (let number = 0; number < 7; number += 1) await emulator.set('many', `value ${number}`);
    const found = await pages('/secrets/many/versions?maxresults=3');
    expect(found.map(({ value }) => value.length)).toEqual([3, 3, 1]);
    const ids = found.flatMap(({ value }) => value.map(({ id }) => String(id)));
    expect(ids).toEqual([...ids].sort());
    expect(JSON.stringify(found)).not.toContain('value 1');
  });

  it('should go on after the last name of a page although that name was purged meanwhile', async () => {
    const host = 'few.vault.azure.net';
    for (const name of ['a', 'b', 'c']) {
      await emulator.call('PUT', `/secrets/${name}`, { body: { value: '1' }, headers: { host } });
    }
    const { body } = await emulator.call('GET', '/secrets?maxresults=1', { headers: { host } });
    await emulator.call('DELETE', '/secrets/b', { headers: { host } });
    await emulator.call('DELETE', '/deletedsecrets/b', { headers: { host } });
    const rest = await pages((body as Page).nextLink?.replace(/^https:\/\/[^/]+/, '') ?? '', host);
    expect(rest.flatMap(names)).toEqual(['c']);
  });

  it.each([
    'maxresults=0',
    'maxresults=26',
    'maxresults=-1',
    'maxresults=x',
    'maxresults=',
    '$skiptoken=',
    '$skiptoken=nonsense',
    '$skiptoken=eyJOZXh0TWFya2VyIjoiMiE0IWFiY2QiLCJUYXJnZXRMb2NhdGlvbiI6MH0',
  ])('should refuse the query %s', async (query) => {
    for (const path of ['/secrets', '/deletedsecrets', '/secrets/many/versions']) {
      const { status, body } = await emulator.call('GET', `${path}?${query}`);
      expect([status, body]).toMatchObject([400, { error: { code: 'BadParameter' } }]);
    }
  });

  it('should refuse the skip token of another list', async () => {
    const { body } = await emulator.call('GET', '/secrets/many/versions?maxresults=1');
    const token = new URL((body as Page).nextLink ?? '').searchParams.get('$skiptoken');
    expect((await emulator.call('GET', `/secrets/other/versions?$skiptoken=${token}`)).status).toBe(400);
  });
});

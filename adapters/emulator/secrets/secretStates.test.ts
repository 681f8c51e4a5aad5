import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;
let count = 0;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 11 } });
});
afterAll(() => emulator.close());

/** Longer than any transition takes. */
const SETTLED = 150;

type Step = 'set' | 'delete' | 'recover' | 'purge' | 'settle';

const DELETED: readonly Step[] = ['set', 'delete', 'settle'];

/** What leads to each state; the clock stands between the steps. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  absent: [],
  active: ['set'],
  deleting: ['set', 'delete'],
  deleted: DELETED,
  recovering: [...DELETED, 'recover'],
  purging: [...DELETED, 'purge'],
  purged: [...DELETED, 'purge', 'settle'],
};

/** A call that tells a state in between from the state that it leads to: some transitions take no time at all. */
const PROBES: Readonly<Record<string, readonly [method: string, path: string, status: number]>> = {
  deleting: ['GET', '/deletedsecrets/', 404],
  recovering: ['GET', '/secrets/', 404],
  purging: ['PUT', '/secrets/', 409],
};

async function take(step: Step, name: string): Promise<void> {
  if (step === 'settle') await emulator.advance(SETTLED);
  else if (step === 'set') await emulator.set(name);
  else if (step === 'delete') await emulator.call('DELETE', `/secrets/${name}`);
  else if (step === 'recover') await emulator.call('POST', `/deletedsecrets/${name}/recover`);
  else await emulator.call('DELETE', `/deletedsecrets/${name}`);
}

/** A new name that is in the wanted state. */
async function nameIn(state: string): Promise<string> {
  for (;;) {
    count += 1;
    const name = `n${count}`;
    for (const step of STEPS[state] ?? []) await take(step, name);
    const probe = PROBES[state];
    if (probe === undefined) return name;
    const [method, path, status] = probe;
    const body = method === 'PUT' ? { value: 'probe' } : undefined;
    if ((await emulator.call(method, path + name, { body })).status === status) return name;
  }
}

/** Status, code and inner code of an answer, in one line. */
async function outcome(method: string, path: string, body?: unknown): Promise<string> {
  const reply = await emulator.call(method, path, { body });
  const { error } = (reply.body ?? {}) as { error?: { code: string; innererror?: { code: string } } };
  return [reply.status, error?.code, error?.innererror?.code].filter((part) => part !== undefined).join(' ');
}

const NOT_FOUND = '404 SecretNotFound';
const BEING_DELETED = '409 Conflict ObjectIsBeingDeleted';
const BEING_RECOVERED = '409 Conflict ObjectIsBeingRecovered';

/** What the service answers in each state, in the order of CALLS. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  absent: [NOT_FOUND, '200', NOT_FOUND, NOT_FOUND, NOT_FOUND, '200', NOT_FOUND, NOT_FOUND, NOT_FOUND],
  active: ['200', '200', '200', '200', '200', '200', NOT_FOUND, NOT_FOUND, NOT_FOUND],
  deleting: [
    NOT_FOUND,
    BEING_DELETED,
    NOT_FOUND,
    NOT_FOUND,
    NOT_FOUND,
    '200',
    NOT_FOUND,
    BEING_DELETED,
    BEING_DELETED,
  ],
  deleted: [
    NOT_FOUND,
    '409 Conflict ObjectIsDeletedButRecoverable',
    NOT_FOUND,
    NOT_FOUND,
    NOT_FOUND,
    '200',
    '200',
    '200',
    '204',
  ],
  recovering: [
    NOT_FOUND,
    BEING_RECOVERED,
    NOT_FOUND,
    NOT_FOUND,
    NOT_FOUND,
    '200',
    NOT_FOUND,
    '409 Conflict',
    BEING_RECOVERED,
  ],
  purging: [NOT_FOUND, BEING_DELETED, NOT_FOUND, NOT_FOUND, NOT_FOUND, '200', NOT_FOUND, NOT_FOUND, '204'],
  purged: [NOT_FOUND, '200', NOT_FOUND, NOT_FOUND, NOT_FOUND, '200', NOT_FOUND, NOT_FOUND, NOT_FOUND],
};

type Call = readonly [title: string, method: string, path: (name: string) => string, body?: unknown];

const CALLS: readonly Call[] = [
  ['get', 'GET', (name) => `/secrets/${name}`],
  ['set', 'PUT', (name) => `/secrets/${name}`, { value: 'new' }],
  ['update', 'PATCH', (name) => `/secrets/${name}`, {}],
  ['delete', 'DELETE', (name) => `/secrets/${name}`],
  ['backup', 'POST', (name) => `/secrets/${name}/backup`],
  ['list versions', 'GET', (name) => `/secrets/${name}/versions`],
  ['get deleted', 'GET', (name) => `/deletedsecrets/${name}`],
  ['recover', 'POST', (name) => `/deletedsecrets/${name}/recover`],
  ['purge', 'DELETE', (name) => `/deletedsecrets/${name}`],
];

describe('a secret in each state of its life', () => {
  for (const [state, answers] of Object.entries(ANSWERS)) {
    CALLS.forEach(([title, method, path, body], place) => {
      it(`should answer ${answers[place]} to ${title} when it is ${state}`, async () => {
        const name = await nameIn(state);
        expect(await outcome(method, path(name), body)).toBe(answers[place]);
      });
    });
  }

  it('should conflict without an inner code when a backup is restored in any state but absent and purged', async () => {
    await emulator.set('source');
    const { body: backup } = await emulator.call('POST', '/secrets/source/backup');
    expect(await outcome('POST', '/secrets/restore', backup)).toBe('409 Conflict');
    await emulator.call('DELETE', '/secrets/source');
    expect(await outcome('POST', '/secrets/restore', backup)).toBe('409 Conflict');
    await emulator.advance(SETTLED);
    expect(await outcome('POST', '/secrets/restore', backup)).toBe('409 Conflict');
    await emulator.call('DELETE', '/deletedsecrets/source');
    expect(await outcome('GET', '/deletedsecrets/source')).toBe(NOT_FOUND);
    expect(await outcome('POST', '/secrets/restore', backup)).toBe('409 Conflict');
    await emulator.advance(SETTLED);
    expect(await outcome('POST', '/secrets/restore', backup)).toBe('200');
  });

  it('should be in neither list while it is deleted, recovered or purged, and list no versions', async () => {
    for (const state of ['deleting', 'recovering', 'purging']) {
      const name = await nameIn(state);
      const lists = await Promise.all(
        ['/secrets', '/deletedsecrets', `/secrets/${name}/versions`].map(async (path) => {
          const { body } = await emulator.call('GET', path);
          return (body as { value: { id: string }[] }).value.map(({ id }) => id.split('/')[4]);
        }),
      );
      expect(lists.flat(), state).not.toContain(name);
    }
  });

  it('should keep its deletion dates when a second delete is refused', async () => {
    const name = await nameIn('deleted');
    const before = await emulator.call('GET', `/deletedsecrets/${name}`);
    await emulator.advance(1000);
    await emulator.call('DELETE', `/secrets/${name}`);
    expect((await emulator.call('GET', `/deletedsecrets/${name}`)).body).toEqual(before.body);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';
import { TESTED_KINDS, type TestedKind } from '../testing/testedKinds.ts';

let emulator: EmulatorUnderTest;
let count = 0;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start({ settle: { mode: 'real', seed: 11 } });
});
afterAll(() => emulator.close());

/** Longer than any transition takes. */
const SETTLED = 150;

type Step = 'make' | 'delete' | 'recover' | 'purge' | 'settle';

const DELETED: readonly Step[] = ['make', 'delete', 'settle'];

/** What leads to each state; the clock stands between the steps. */
const STEPS: Readonly<Record<string, readonly Step[]>> = {
  absent: [],
  active: ['make'],
  deleting: ['make', 'delete'],
  deleted: DELETED,
  recovering: [...DELETED, 'recover'],
  purging: [...DELETED, 'purge'],
  purged: [...DELETED, 'purge', 'settle'],
};

async function take(kind: TestedKind, step: Step, name: string): Promise<void> {
  const { collection } = kind;
  if (step === 'settle') await emulator.advance(SETTLED);
  else if (step === 'make') await kind.make(emulator, name);
  else if (step === 'delete') await emulator.call('DELETE', `/${collection}/${name}`);
  else if (step === 'recover') await emulator.call('POST', `/deleted${collection}/${name}/recover`);
  else await emulator.call('DELETE', `/deleted${collection}/${name}`);
}

/** Tells a state in between from the state that it leads to: some transitions take no time at all. */
async function isIn(kind: TestedKind, state: string, name: string): Promise<boolean> {
  if (state === 'deleting') {
    return (await emulator.call('GET', `/deleted${kind.collection}/${name}`)).status === 404;
  }
  if (state === 'recovering') {
    return (await emulator.call('GET', `/${kind.collection}/${name}`)).status === 404;
  }
  return state !== 'purging' || (await kind.make(emulator, name)).status === 409;
}

/** A new name that is in the wanted state. */
async function nameIn(kind: TestedKind, state: string): Promise<string> {
  for (;;) {
    count += 1;
    const name = `n${count}`;
    for (const step of STEPS[state] ?? []) await take(kind, step, name);
    if (await isIn(kind, state, name)) return name;
  }
}

/** Status, code and inner code of an answer, in one line. */
function summary(reply: { readonly status: number; readonly body: unknown }): string {
  const { error } = (reply.body ?? {}) as { error?: { code: string; innererror?: { code: string } } };
  return [reply.status, error?.code, error?.innererror?.code].filter((part) => part !== undefined).join(' ');
}

const NOT_FOUND = '404 XNotFound';
const BEING_DELETED = '409 Conflict ObjectIsBeingDeleted';
const BEING_RECOVERED = '409 Conflict ObjectIsBeingRecovered';
const DELETED_NAME = '409 Conflict ObjectIsDeletedButRecoverable';

/** What the service answers in each state. */
const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  absent: { make: '200' },
  active: { get: '200', make: '200', update: '200', delete: '200', backup: '200' },
  deleting: { make: BEING_DELETED, recover: BEING_DELETED, purge: BEING_DELETED },
  deleted: { make: DELETED_NAME, getDeleted: '200', recover: '200', purge: '204' },
  recovering: { make: BEING_RECOVERED, recover: '409 Conflict', purge: BEING_RECOVERED },
  purging: { make: BEING_DELETED, purge: '204' },
  purged: { make: '200' },
};

type Call = (kind: TestedKind, name: string) => Promise<{ readonly status: number; readonly body: unknown }>;

const CALLS: Readonly<Record<string, Call>> = {
  get: ({ collection }, name) => emulator.call('GET', `/${collection}/${name}`),
  make: (kind, name) => kind.make(emulator, name),
  makeOtherwise: (kind, name) => kind.makeOtherwise(emulator, name),
  update: ({ collection }, name) => emulator.call('PATCH', `/${collection}/${name}`, { body: {} }),
  delete: ({ collection }, name) => emulator.call('DELETE', `/${collection}/${name}`),
  backup: ({ collection }, name) => emulator.call('POST', `/${collection}/${name}/backup`),
  getDeleted: ({ collection }, name) => emulator.call('GET', `/deleted${collection}/${name}`),
  recover: ({ collection }, name) => emulator.call('POST', `/deleted${collection}/${name}/recover`),
  purge: ({ collection }, name) => emulator.call('DELETE', `/deleted${collection}/${name}`),
};

describe.each(TESTED_KINDS)('one of the $collection in each state of its life', (kind) => {
  for (const [state, answers] of Object.entries(ANSWERS)) {
    for (const [title, call] of Object.entries(CALLS)) {
      const otherwise = title === 'makeOtherwise';
      const wanted = answers[otherwise ? 'make' : title] ?? NOT_FOUND;
      const answer = otherwise && wanted === '200' ? String(kind.made) : wanted.replace('X', kind.title);
      it(`should answer ${answer} to ${title} when it is ${state}`, async () => {
        expect(summary(await call(kind, await nameIn(kind, state)))).toBe(answer);
      });
    }
  }

  it('should list its versions only when it is active, and none otherwise, without a refusal', async () => {
    for (const state of Object.keys(ANSWERS)) {
      const name = await nameIn(kind, state);
      const { status, body } = await emulator.call('GET', `/${kind.collection}/${name}/versions`);
      expect([state, status, (body as { value: unknown[] }).value.length]).toEqual([
        state,
        200,
        state === 'active' ? 1 : 0,
      ]);
    }
  });

  it('should conflict without an inner code when a backup is restored in any state but absent and purged', async () => {
    const name = await nameIn(kind, 'active');
    const { body } = await emulator.call('POST', `/${kind.collection}/${name}/backup`);
    const restore = async (): Promise<string> =>
      summary(await emulator.call('POST', `/${kind.collection}/restore`, { body }));
    expect(await restore()).toBe('409 Conflict');
    await take(kind, 'delete', name);
    expect(await restore()).toBe('409 Conflict');
    await take(kind, 'settle', name);
    expect(await restore()).toBe('409 Conflict');
    await take(kind, 'purge', name);
    await take(kind, 'settle', name);
    expect(await restore()).toBe('200');
  });

  it('should be in neither list while it is deleted, recovered or purged', async () => {
    for (const state of ['deleting', 'recovering', 'purging']) {
      const name = await nameIn(kind, state);
      for (const path of [`/${kind.collection}`, `/deleted${kind.collection}`]) {
        expect((await emulator.call('GET', path)).text, state).not.toContain(`/${name}"`);
      }
    }
  });

  it('should keep its deletion dates when a second delete is refused', async () => {
    const name = await nameIn(kind, 'deleted');
    const before = await emulator.call('GET', `/deleted${kind.collection}/${name}`);
    await emulator.advance(1000);
    await emulator.call('DELETE', `/${kind.collection}/${name}`);
    expect((await emulator.call('GET', `/deleted${kind.collection}/${name}`)).body).toEqual(before.body);
  });

  it('should be gone from the second of its scheduled purge on', async () => {
    const name = await nameIn(kind, 'deleting');
    await emulator.advance(90 * 86_400 - 1);
    expect((await emulator.call('GET', `/deleted${kind.collection}/${name}`)).status).toBe(200);
    await emulator.advance(1);
    expect((await emulator.call('GET', `/deleted${kind.collection}/${name}`)).status).toBe(404);
    expect((await kind.make(emulator, name)).status).toBe(200);
  });
});

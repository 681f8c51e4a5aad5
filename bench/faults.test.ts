import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Adapter } from '../adapters/adapter.ts';
import { CATALOGUE } from '../model/rules/catalogue.ts';
import { demonstrate, departuresIn } from './demonstrate.ts';
import { FAULTS } from './faults/faults.ts';
import { openFaultTarget } from './faultTarget.ts';
import { patchedFiles } from './patchedFiles.ts';

let sound: Adapter;

beforeAll(async () => {
  sound = await openFaultTarget(undefined, { seed: 1 });
}, 30_000);
afterAll(() => sound.close());

describe('the faults', () => {
  it('should each have an id of their own, and break rules of the catalogue', () => {
    expect(new Set(FAULTS.map(({ id }) => id)).size).toBe(FAULTS.length);
    const known = new Set(CATALOGUE.map(({ id }) => id));
    expect(FAULTS.flatMap(({ rules }) => rules).filter((rule) => !known.has(rule))).toEqual([]);
  });

  it.each(FAULTS.map((fault) => [fault.id, fault] as const))(
    'should still find the place in the emulator for %s',
    (_id, fault) => {
      expect(() => patchedFiles(fault)).not.toThrow();
    },
  );

  it.each(FAULTS.map(({ id, shortest }) => [id, shortest] as const))(
    'should not show in the emulator as it is: %s',
    async (_id, shortest) => {
      expect(await departuresIn(sound, shortest)).toEqual([]);
    },
  );
});

/** `npm run bench` demonstrates all of them. */
const SOME = ['set-on-deleted-name', 'purged-a-second-early', 'list-shows-deleted'];

describe('an emulator with a fault', () => {
  it.each(FAULTS.filter(({ id }) => SOME.includes(id)).map((fault) => [fault.id, fault] as const))(
    'should depart from the rules in %s, in no fewer steps than are known',
    async (_id, fault) => {
      const faulty = await openFaultTarget(fault, { seed: 1 });
      const { departures, spare } = await demonstrate(faulty, fault).finally(() => faulty.close());
      expect(departures).not.toEqual([]);
      expect(spare).toEqual([]);
    },
    30_000,
  );
});

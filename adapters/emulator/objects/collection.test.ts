import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Collection } from './collection.ts';
import { newObject, type StoredObject } from './storedObject.ts';

const object = (name: string, purgedAt?: number): StoredObject => ({
  ...newObject(name, []),
  life: purgedAt === undefined ? { turn: 'made' } : { turn: 'purged', settlesAt: purgedAt },
});

describe('a collection', () => {
  it('should find a name in any spelling', () => {
    const collection = new Collection();
    collection.add(object('Name'));
    expect(collection.find('nAME', 0)?.object.name).toBe('Name');
    expect(collection.find('other', 0)).toBeUndefined();
  });

  it('should forget what is gone, and take its name again', () => {
    const collection = new Collection();
    collection.add(object('n', 10));
    expect(collection.find('n', 9)?.state).toBe('purging');
    expect(collection.find('n', 10)).toBeUndefined();
    collection.add(object('N'));
    expect(collection.all(11).map(({ name }) => name)).toEqual(['N']);
  });

  it('should hand out every name that is not gone once and in order, in stretches of any length', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-c0-1-]{1,4}$/), { maxLength: 30 });
    fc.assert(
      fc.property(names, fc.func(fc.boolean()), fc.integer({ min: 1, max: 7 }), (all, isGone, length) => {
        const collection = new Collection();
        for (const name of all) collection.add(object(name, isGone(name) ? 5 : undefined));
        const seen: string[] = [];
        for (let from: string | undefined = ''; from !== undefined; ) {
          const { found, next }: ReturnType<typeof collection.stretch> = collection.stretch(from, length, 5);
          expect(found.length).toBeLessThanOrEqual(length);
          seen.push(...found.map((each) => each.object.name));
          from = next;
        }
        expect(seen).toEqual(all.filter((name) => !isGone(name)).sort());
      }),
    );
  });
});

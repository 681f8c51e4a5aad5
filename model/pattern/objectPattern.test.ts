import { describe, expect, it } from 'vitest';
import type { ObjectView } from '../answer.ts';
import { V1, V2 } from '../testing/states.ts';
import { describeVersion, matchObject, type ObjectPattern } from './objectPattern.ts';

const PATTERN: ObjectPattern = {
  name: 'a',
  version: { is: V1 },
  fields: { enabled: { is: true }, tags: { unknown: true } },
  relations: [],
};
const VIEW: ObjectView = { name: 'a', version: V1, fields: { enabled: true } };

function fieldsThatDiffer(pattern: Partial<ObjectPattern>, view: Partial<ObjectView>): readonly string[] {
  return matchObject({ ...PATTERN, ...pattern }, { ...VIEW, ...view }).map(({ field }) => field);
}

describe('matchObject', () => {
  it('should find nothing in an object that fits, in whatever letters its name is', () => {
    expect(fieldsThatDiffer({}, {})).toEqual([]);
    expect(fieldsThatDiffer({}, { name: 'A' })).toEqual([]);
  });

  it('should name what differs', () => {
    expect(fieldsThatDiffer({}, { name: 'b' })).toEqual(['name']);
    expect(fieldsThatDiffer({}, { version: V2 })).toEqual(['version']);
    expect(fieldsThatDiffer({}, { fields: { enabled: false } })).toEqual(['enabled']);
    expect(fieldsThatDiffer({}, { fields: {} })).toEqual(['enabled']);
  });

  it('should miss no field that the pattern does not name', () => {
    expect(fieldsThatDiffer({}, { fields: { enabled: true, value: 'x' } })).toEqual(['value']);
  });

  it('should blame the field that a relation names', () => {
    const relation = { field: 'updated', demand: 'the same as created', holds: () => false };
    const [difference] = matchObject({ ...PATTERN, relations: [relation] }, VIEW);
    expect(difference).toMatchObject({
      field: 'updated',
      expected: 'the same as created',
      observed: 'nothing',
    });
  });

  it('should ask for no version where the id carries none', () => {
    const { version: _version, ...item } = VIEW;
    expect(matchObject({ ...PATTERN, version: { none: true } }, item)).toEqual([]);
    expect(fieldsThatDiffer({ version: { none: true } }, {})).toEqual(['version']);
    expect(matchObject(PATTERN, item)).toMatchObject([{ field: 'version', observed: 'none' }]);
  });

  it('should ask a new version for an id of its own (NR-08)', () => {
    expect(fieldsThatDiffer({ version: { fresh: [V1] } }, {})).toEqual(['version']);
    expect(fieldsThatDiffer({ version: { fresh: [V2] } }, {})).toEqual([]);
  });

  it.each(['', 'short', 'A'.repeat(32), `${'1'.repeat(31)}g`, '1'.repeat(33)])(
    'should not take %j for a version id (LS-09)',
    (version) => {
      expect(fieldsThatDiffer({ version: { any: true } }, { version })).toEqual(['version']);
    },
  );
});

describe('describeVersion', () => {
  it('should put every version pattern into words', () => {
    expect(describeVersion({ none: true })).toBe('no version in the id');
    expect(describeVersion({ is: V1 })).toBe(`version ${V1}`);
    expect(describeVersion({ fresh: [] })).toBe('a version id not used before');
    expect(describeVersion({ any: true })).toBe('a version');
  });
});

import { describe, expect, it } from 'vitest';
import { CONTENT, contentOf, V1, V2, V3, versionOf } from '../testing/states.ts';
import {
  addVersion,
  type Content,
  currentOf,
  nameVersion,
  putVersion,
  UNKNOWN_CONTENT,
  versionById,
} from './content.ts';

function ids(content: Content): readonly (string | undefined)[] {
  return content.versions.map(({ id }) => id);
}

const UNNAMED = { facts: { value: 'lost' } };

describe('currentOf', () => {
  it('should be the last version, where it is known which one that is', () => {
    expect(currentOf(CONTENT)?.id).toBe(V2);
    expect(currentOf({ ...CONTENT, currentKnown: false })).toBeUndefined();
    expect(currentOf(UNKNOWN_CONTENT)).toBeUndefined();
  });
});

describe('versionById', () => {
  it('should find a version in whatever letters its id is (LS-09)', () => {
    const content = contentOf(versionOf('abcdef'));
    expect(versionById(content, 'ABCDEF')?.id).toBe('abcdef');
    expect(versionById(content, 'abcde')).toBeUndefined();
  });
});

describe('addVersion', () => {
  it('should make the new version the current one', () => {
    expect(currentOf(addVersion({ ...CONTENT, currentKnown: false }, versionOf(V3)))?.id).toBe(V3);
  });
});

describe('putVersion', () => {
  it('should replace what is known of a version where it stands', () => {
    const content = putVersion(CONTENT, versionOf(V1, { enabled: false }), false);
    expect(ids(content)).toEqual([V1, V2]);
    expect(content.versions[0]?.facts.enabled).toBe(false);
  });

  it('should move a version to the end that turns out to be the current one', () => {
    expect(ids(putVersion(CONTENT, versionOf(V1), true))).toEqual([V2, V1]);
  });

  it('should put a version that was not known before the current one, unless it is that', () => {
    expect(ids(putVersion(CONTENT, versionOf(V3), false))).toEqual([V1, V3, V2]);
    expect(ids(putVersion(CONTENT, versionOf(V3), true))).toEqual([V1, V2, V3]);
    expect(ids(putVersion({ ...CONTENT, currentKnown: false }, versionOf(V3), false))).toEqual([V1, V2, V3]);
  });
});

describe('nameVersion', () => {
  it('should give the current version its id, when an answer shows it', () => {
    const content = { ...contentOf(versionOf(V1), UNNAMED), complete: false };
    expect(ids(nameVersion(content, V2, { value: 'lost' }, true))).toEqual([V1, V2]);
  });

  it('should give the only version without an id the one that no other can have', () => {
    const content = contentOf(UNNAMED, versionOf(V2));
    expect(ids(nameVersion(content, V1, {}, false))).toEqual([V1, V2]);
  });

  it('should not take an older version for the one whose creation was lost', () => {
    const unknown = { ...UNKNOWN_CONTENT, versions: [UNNAMED], currentKnown: true };
    expect(ids(nameVersion(unknown, V1, {}, false))).toEqual([undefined]);
    expect(ids(nameVersion(contentOf(UNNAMED, UNNAMED), V1, {}, false))).toEqual([undefined, undefined]);
  });

  it('should not give an id to a version that shows something else', () => {
    const content = contentOf(versionOf(V1), UNNAMED);
    expect(ids(nameVersion(content, V2, { value: 'found' }, true))).toEqual([V1, undefined]);
  });

  it('should not give an id twice', () => {
    const content = contentOf(versionOf(V1), UNNAMED);
    expect(nameVersion(content, V1, {}, true)).toBe(content);
  });
});

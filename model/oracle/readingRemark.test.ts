import { expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { deletedView, refusalOf } from '../testing/answers.ts';
import { commandOf, NOW } from '../testing/calls.ts';
import { DELETED, LIVE, PURGED, V2 } from '../testing/states.ts';
import { DAY } from '../window.ts';
import { readingRemark } from './readingRemark.ts';

const MISDATED = [{ field: 'scheduledPurgeDate', expected: '', observed: '', weight: 1 }];

function remark(
  op: 'delete' | 'getDeleted' | 'recover',
  answer: Answer,
  state = LIVE as typeof LIVE | typeof DELETED,
): string {
  return readingRemark(commandOf({ op, name: 'a' }), answer, state, MISDATED) ?? '';
}

it('should see a target that keeps everything for 90 days (X2)', () => {
  expect(remark('delete', deletedView(V2))).toContain('ninety-days of X2');
  expect(remark('delete', deletedView(V2, { scheduledPurgeDate: NOW + 30 * DAY }))).toBe('');
  expect(readingRemark(commandOf({ op: 'delete', name: 'a' }), deletedView(V2), LIVE, [])).toBeUndefined();
});

it('should see a target whose names stay taken after a purge (X3)', () => {
  const set = commandOf({ op: 'set', name: 'a', input: { value: '' } });
  expect(readingRemark(set, refusalOf(409, 'Conflict'), PURGED, [])).toContain('after-retention of X3');
  expect(readingRemark(set, refusalOf(403, 'Forbidden'), PURGED, [])).toBeUndefined();
  expect(readingRemark(set, refusalOf(409, 'Conflict'), DELETED, [])).toBeUndefined();
});

it('should see a target that lets nobody look at what is deleted (X5)', () => {
  expect(remark('getDeleted', refusalOf(403, 'Forbidden'), DELETED)).toContain('two-operations of X5');
  expect(remark('recover', refusalOf(403, 'Forbidden'), DELETED)).toBe('');
});

it('should not take a target that showed what is deleted before for one that lets nobody look', () => {
  expect(remark('getDeleted', refusalOf(404, 'SecretNotFound'), { ...DELETED, seen: true })).toBe('');
});

it('should not take a target that hides what is disabled for one that lets nobody look', () => {
  const versions = DELETED.content.versions.map((version) => ({
    ...version,
    facts: { ...version.facts, enabled: false },
  }));
  const disabled = { ...DELETED, content: { ...DELETED.content, versions } };
  expect(remark('getDeleted', refusalOf(404, 'KeyNotFound'), disabled)).toBe('');
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { deletedView, refusalOf, viewOf } from '../testing/answers.ts';
import { NOW } from '../testing/calls.ts';
import { type Scene, scene } from '../testing/scene.ts';
import { CREATED, SOFT, V1, V2 } from '../testing/states.ts';
import { DAY } from '../window.ts';

const MADE: Answer = viewOf(V1, { created: NOW + 1, updated: NOW + 1 });
const DELETION = { deletedDate: NOW + 2, scheduledPurgeDate: NOW + 2 + 90 * DAY };
const DELETED_VIEW: Answer = deletedView(V1, { created: NOW + 1, updated: NOW + 1, ...DELETION });

describe('backup and restore', () => {
  const BLOB: Answer = { status: 200, blob: 'blob', oddities: [] };
  const RESTORE = { op: 'restore', blob: 'blob' } as const;
  const RESTORED: Answer = viewOf(V1, { created: NOW + 1, updated: NOW + 1 }, ['value']);

  function purged(): Scene {
    const told = scene();
    told.tell({ op: 'set', name: 'a', input: { value: 'value of 1' } }, MADE);
    told.tell({ op: 'backup', name: 'a' }, BLOB, 1);
    told.tell({ op: 'delete', name: 'a' }, DELETED_VIEW, 2);
    told.tell({ op: 'purge', name: 'a' }, { status: 204, oddities: [] }, 30);
    return told;
  }

  it('should bring back what was backed up, under the name it had', () => {
    const told = purged();
    expect(told.tell(RESTORE, refusalOf(409, 'Conflict')).judgement).toBe('explained');
    expect(told.tell(RESTORE, RESTORED).judgement).toBe('explained');
    expect(told.tell({ op: 'get', name: 'a' }, MADE).judgement).toBe('explained');
  });

  it('should not bring back anything else', () => {
    expect(purged().tell(RESTORE, viewOf(V2, {}, ['value'])).judgement).toBe('unexplained');
  });

  it('should be known in other vaults too (BK-05)', () => {
    const told = purged();
    const other = told.oracle.clone();
    expect(
      other.observe({
        command: { vault: 'w', kind: 'secret', ...RESTORE },
        answer: RESTORED,
        window: { from: NOW + 40, to: NOW + 40 },
      }).judgement,
    ).toBe('explained');
  });

  it('should be judged by its answer, where nobody saw the backup', () => {
    const told = scene(SOFT, true);
    expect(told.tell(RESTORE, viewOf(V1, {}, ['value'])).judgement).toBe('explained');
    expect(told.oracle.states('secret', 'a').map(({ phase }) => phase)).toEqual(['live']);
    const conflict = {
      status: 409,
      refusal: {
        code: 'Conflict',
        message: `There was a conflict restoring the secret 'https://v/secrets/a/${V1}'.`,
      },
      oddities: [],
    };
    expect(told.tell(RESTORE, conflict).judgement).toBe('explained');
  });

  it('should not take an address of the help for the name of an object', () => {
    const told = scene();
    const conflict = {
      status: 409,
      refusal: { code: 'Conflict', message: 'See https://go.microsoft.com/fwlink/?linkid=1' },
      oddities: [],
    };
    expect(told.tell(RESTORE, conflict).judgement).toBe('explained');
  });

  it('should be refused as such when the blob is none', () => {
    const told = scene();
    const malformed = { op: 'restore', blob: 'none', malformed: true } as const;
    expect(told.tell(malformed, refusalOf(400, 'Malformed backup blob')).judgement).toBe('explained');
    expect(told.tell(malformed, refusalOf(400, 'BadParameter')).judgement).toBe('unexplained');
    expect(told.tell(malformed, viewOf(V1, { created: CREATED }, ['value'])).judgement).toBe('unexplained');
  });
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { deletedView, refusalOf, viewOf } from '../testing/answers.ts';
import { NOW } from '../testing/calls.ts';
import { LOST, type Scene, scene } from '../testing/scene.ts';
import { SOFT, V1, V2 } from '../testing/states.ts';
import { DAY } from '../window.ts';

const SET = { op: 'set', name: 'a', input: { value: 'value of 1' } } as const;
const GET = { op: 'get', name: 'a' } as const;
const DELETE = { op: 'delete', name: 'a' } as const;
const GET_DELETED = { op: 'getDeleted', name: 'a' } as const;
const RECOVER = { op: 'recover', name: 'a' } as const;
const PURGE = { op: 'purge', name: 'a' } as const;

const NOT_FOUND = refusalOf(404, 'SecretNotFound');

/** The answer to a set made so many seconds after `NOW`. */
function made(version: string, at: number): Answer {
  return viewOf(version, { created: NOW + at, updated: NOW + at });
}

/** What the tests' secret shows that was made at 1 s and deleted at 2 s. */
const DELETED_VIEW = deletedView(V1, {
  created: NOW + 1,
  updated: NOW + 1,
  deletedDate: NOW + 2,
  scheduledPurgeDate: NOW + 2 + 90 * DAY,
});

function phases({ oracle }: Scene): readonly string[] {
  return oracle.states('secret', 'a').map(({ phase }) => phase);
}

/** A secret that was made at 1 s and deleted at 2 s. */
function withDeleted(...options: Parameters<typeof scene>): Scene {
  const told = scene(...options);
  told.tell(SET, made(V1, 1));
  told.tell(DELETE, DELETED_VIEW);
  return told;
}

describe('what the oracle knows', () => {
  it('should be nothing but absence of a name in a new vault, and nothing at all in a used one', () => {
    expect(scene().tell(GET, viewOf(V1)).judgement).toBe('unexplained');
    expect(scene(SOFT, true).tell(GET, viewOf(V1)).judgement).toBe('explained');
  });

  it('should be that a name is unused that was drawn at random', () => {
    const told = scene(SOFT, true);
    told.oracle.assumeUnused('secret', 'A');
    expect(phases(told)).toEqual(['absent']);
    told.oracle.forget('secret', 'a');
    expect(phases(told)).toHaveLength(6);
  });

  it('should grow with each answer: a value that was set must be read', () => {
    const told = scene();
    expect(told.tell(SET, made(V1, 1)).judgement).toBe('explained');
    expect(told.tell(GET, made(V1, 1)).judgement).toBe('explained');
    expect(
      told.tell(GET, viewOf(V1, { ...made(V1, 1).object?.fields, value: 'other' })).departures,
    ).toMatchObject([{ rules: ['LS-10'], severity: 'data-lost-early' }]);
  });

  it('should be narrowed down by what is seen: a deletion that has settled stays settled', () => {
    const told = withDeleted();
    expect(phases(told)).toEqual(['deleting']);
    expect(told.tell(GET_DELETED, NOT_FOUND).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, DELETED_VIEW).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, NOT_FOUND).departures).toMatchObject([
      { severity: 'data-lost-early', rules: ['RT-09', 'LS-03'] },
    ]);
  });

  it('should take for gone too early only what was seen to be deleted, not what a target never shows', () => {
    const told = withDeleted();
    expect(told.tell(DELETE, NOT_FOUND, 500).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, NOT_FOUND, 501).departures).toMatchObject([{ rules: ['LS-03', 'RT-09'] }]);
  });

  it('should be the settings of the vault, once an answer shows them', () => {
    const told = scene({});
    told.tell(SET, made(V1, 1));
    expect(told.oracle.settings).toMatchObject({
      softDelete: true,
      retentionDays: 90,
      purgeProtection: false,
    });
    const other = { created: NOW + 2, updated: NOW + 2, recoveryLevel: 'Recoverable' };
    const named = viewOf(V2, { ...other, value: 'value of 1' });
    const answer = { ...named, object: { fields: {}, ...named.object, name: 'b' } };
    expect(told.tell({ ...SET, name: 'b' }, answer).judgement).toBe('unexplained');
  });

  it('should be told as rules that every explanation names, and as states in words', () => {
    const told = scene();
    const judged = told.tell(SET, made(V1, 1));
    expect(judged.rules).toEqual(expect.arrayContaining(['LS-10', 'PP-09']));
    expect(judged.state).toEqual({ before: 'absent', after: 'live' });
    expect(told.tell(PURGE, NOT_FOUND).rules).toEqual(expect.arrayContaining(['PG-03', 'ER-01']));
  });
});

describe('a name in other letters', () => {
  it('should be the same name (NR-04)', () => {
    const told = withDeleted();
    const judged = told.tell(
      { op: 'set', name: 'A', input: { value: 'x' } },
      refusalOf(409, 'Conflict', 'ObjectIsDeletedButRecoverable'),
    );
    expect(judged.judgement).toBe('explained');
    expect(judged.rules).toContain('NR-04');
  });
});

describe('a lost reply', () => {
  it('should be no departure, and leave open whether the call happened', () => {
    const told = scene();
    told.tell(SET, made(V1, 1));
    const judged = told.tell(DELETE, LOST);
    expect(judged).toMatchObject({
      judgement: 'unjudged',
      departures: [],
      state: { after: 'deleting or live' },
    });
    expect(judged.expected).toMatchObject([{ answer: '200 with the object' }]);
    expect(told.apart().tell(GET, made(V1, 1)).judgement).toBe('explained');
    expect(told.tell(GET, NOT_FOUND).judgement).toBe('explained');
    expect(phases(told)).toEqual(['deleting', 'deleted']);
  });

  it('should leave open when a deletion ends whose dates were not seen, but not before it can', () => {
    const told = scene();
    told.tell(SET, made(V1, 1));
    told.tell(DELETE, LOST);
    told.tell(GET, NOT_FOUND);
    expect(told.tell(GET_DELETED, NOT_FOUND, 500).departures).toMatchObject([{ rules: ['AS-01', 'AS-03'] }]);
    const late = scene();
    late.tell(SET, made(V1, 1));
    late.tell(DELETE, LOST);
    late.tell(GET, NOT_FOUND);
    expect(late.tell(GET_DELETED, NOT_FOUND, 90 * DAY + 60).judgement).toBe('explained');
  });

  it('should leave open the id and the time of a version, and nothing else', () => {
    const told = scene();
    told.tell(SET, LOST);
    expect(told.tell(GET, viewOf(V2, { value: 'never set' })).judgement).toBe('unexplained');
    const again = scene();
    again.tell(SET, LOST);
    const sent = { created: NOW + 1, updated: NOW + 1, value: 'value of 1' };
    expect(again.tell(GET, viewOf(V2, sent)).judgement).toBe('explained');
    expect(again.tell(GET, viewOf(V1, sent)).judgement).toBe('unexplained');
  });
});

describe('a throttled call', () => {
  it('should change nothing (LM-03)', () => {
    const told = scene();
    told.tell(SET, made(V1, 1));
    expect(told.tell(DELETE, refusalOf(429, 'Throttled'))).toMatchObject({
      judgement: 'explained',
      rules: ['ER-20', 'LM-03'],
      state: { before: 'live', after: 'live' },
    });
    expect(told.tell(GET, made(V1, 1)).judgement).toBe('explained');
  });
});

describe('after a departure', () => {
  it('should go on with what the target seems to have done, and report it once', () => {
    const told = withDeleted();
    expect(told.tell(SET, made(V2, 3)).departures).toMatchObject([
      { signature: 'SetSecret | deleted | NR-01 | status 200', wrongOutcome: true },
    ]);
    expect(told.tell(GET, made(V2, 3)).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, NOT_FOUND).judgement).toBe('explained');
  });

  it('should go on with the answer that should have come, when only a detail is wrong', () => {
    const told = scene();
    told.tell(SET, viewOf(V1, { created: NOW + 1, updated: NOW + 1, tags: { strange: 'tag' } }));
    expect(phases(told)).toEqual(['live']);
    expect(told.tell(DELETE, DELETED_VIEW).judgement).toBe('explained');
    expect(phases(told)).toEqual(['deleting']);
  });

  it('should leave open whether what was shown wrongly is kept wrongly, and report it once', () => {
    for (const shown of [{}, { tags: { strange: 'tag' } }]) {
      const told = scene();
      const made = { created: NOW + 1, updated: NOW + 1 };
      told.tell(SET, viewOf(V1, { ...made, tags: { strange: 'tag' } }));
      expect(told.tell(GET, viewOf(V1, { ...made, ...shown })).departures).toEqual([]);
      expect(told.tell(GET, viewOf(V1, { ...made, tags: { other: 'tag' } })).judgement).toBe('unexplained');
    }
  });

  it('should keep what the answer was right about, and what it showed where nothing belongs', () => {
    const told = withDeleted();
    const { name = 'a', version = V1, fields = {} } = DELETED_VIEW.object ?? {};
    const withValue = { ...DELETED_VIEW, object: { name, version, fields: { ...fields, value: 'x' } } };
    expect(told.tell(GET_DELETED, withValue).judgement).toBe('unexplained');
    expect(phases(told)).toEqual(['deleted']);
    told.tell(
      { op: 'recover', name: 'a' },
      viewOf(V1, { created: NOW + 1, updated: NOW + 1 }, ['value']),
      10,
    );
    const wrong = viewOf(V1, { created: NOW + 1, updated: NOW + 1, value: 'x' });
    expect(told.tell(GET, wrong, 400).judgement).toBe('unexplained');
  });
});

describe('a target that never settles', () => {
  it('should be reported when the patience is over', () => {
    const told = withDeleted();
    expect(told.tell(GET_DELETED, NOT_FOUND, 300).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, NOT_FOUND, 304).departures).toMatchObject([
      { signature: 'GetDeletedSecret | deleting | AS-01 | never settled' },
    ]);
  });

  it('should be reported when what is deleted outlives its retention (RT-10)', () => {
    const told = withDeleted();
    told.tell(GET_DELETED, DELETED_VIEW);
    const end = 2 + 90 * DAY;
    expect(told.tell(GET_DELETED, DELETED_VIEW, end + 3600).judgement).toBe('explained');
    expect(told.tell(GET_DELETED, DELETED_VIEW, end + 3602).departures).toMatchObject([
      { signature: 'GetDeletedSecret | deleted | RT-10 | never settled', severity: 'data-reachable' },
    ]);
  });
});

describe('recovery', () => {
  it('should bring everything back, settle in its time, and begin a new retention when it is deleted again', () => {
    const told = withDeleted();
    told.tell(GET_DELETED, DELETED_VIEW);
    const {
      recoveryId: _id,
      deletedDate: _deleted,
      scheduledPurgeDate: _purge,
      ...fields
    } = DELETED_VIEW.object?.fields ?? {};
    expect(
      told.tell(RECOVER, { status: 200, object: { name: 'a', version: V1, fields }, oddities: [] }).judgement,
    ).toBe('explained');
    expect(told.tell(GET_DELETED, DELETED_VIEW).judgement).toBe('explained');
    expect(told.tell(GET, NOT_FOUND).judgement).toBe('explained');
    expect(told.tell(GET, made(V1, 1)).judgement).toBe('explained');
    expect(told.apart().tell(GET_DELETED, DELETED_VIEW).judgement).toBe('unexplained');
    const again = { deletedDate: NOW + 9, scheduledPurgeDate: NOW + 9 + 90 * DAY };
    const judged = told.tell(DELETE, deletedView(V1, { ...DELETED_VIEW.object?.fields, ...again }), 9);
    expect(judged.judgement).toBe('explained');
    expect(judged.rules).toContain('RT-12');
  });
});

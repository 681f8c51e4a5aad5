import { describe, expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { deletedView, fits, viewOf } from '../../testing/answers.ts';
import { callOf, commandOf, NOW, WINDOW } from '../../testing/calls.ts';
import {
  CREATED,
  contentOf,
  LEGACY,
  LIVE,
  PROTECTED,
  SOFT,
  UNKNOWN,
  V1,
  V2,
  versionOf,
} from '../../testing/states.ts';
import { DAY } from '../../window.ts';

const DELETE = commandOf({ op: 'delete', name: 'a' });
const NOT_FOUND = '404 SecretNotFound';

describe('DELETE of a secret', () => {
  it('should delete what is live and find nothing elsewhere', () => {
    expect(allowedByPhase(DELETE)).toEqual({
      absent: [`${NOT_FOUND} > absent`],
      live: ['200 with the object > deleting'],
      deleting: [`${NOT_FOUND} > deleting`],
      deleted: [`${NOT_FOUND} > deleted`],
      recovering: [`${NOT_FOUND} > recovering`, '409 Conflict / ObjectIsBeingRecovered > recovering'],
      purging: [`${NOT_FOUND} > purging`],
    });
  });

  it('should be allowed under purge protection (PP-07)', () => {
    expect(allowed(DELETE, LIVE, PROTECTED)).toEqual(['200 with the object > deleting']);
  });

  it('should destroy at once without soft delete (SD-06)', () => {
    expect(allowed(DELETE, LIVE, LEGACY)).toEqual(['200 with the object > absent']);
  });

  it('should do either in a vault of which nothing is known', () => {
    expect(allowed(DELETE, LIVE, UNKNOWN)).toEqual([
      '200 with the object > deleting',
      '200 with the object > absent',
    ]);
  });

  it('should be refused in any way for a single version (DL-05)', () => {
    expect(allowed(commandOf({ op: 'delete', name: 'a', version: V1 }), LIVE)).toEqual(['4xx > live']);
  });

  it('should delete a disabled secret like any other (DL-07)', () => {
    const disabled = { ...LIVE, content: contentOf(versionOf(V1, { enabled: false })) };
    const [outcome] = step(callOf(DELETE), { settings: SOFT, object: disabled });
    expect(outcome?.rules).toContain('DL-07');
    expect(outcome?.next().phase).toBe('deleting');
  });

  it('should be refused for what a certificate owns (CR-04)', () => {
    const owned = { ...LIVE, content: contentOf(versionOf(V1, { managed: true })) };
    expect(allowed(DELETE, owned)).toEqual(['403 Forbidden / SecretManagedByKeyVault > live']);
  });

  it('should say in a recording that nobody knows whether a certificate owns it', () => {
    const unknown = { ...LIVE, content: { ...LIVE.content, versions: [{ id: V2, facts: {} }] } };
    expect(allowed(DELETE, unknown, SOFT, { service: true })).toContain(
      '403 Forbidden / SecretManagedByKeyVault > live',
    );
    expect(allowed(DELETE, unknown)).not.toContain('403 Forbidden / SecretManagedByKeyVault > live');
  });

  it('should possibly conflict with a recovery that was asked for a moment ago (AS-03)', () => {
    expect(allowed(DELETE, { ...LIVE, recovered: WINDOW })).toEqual([
      '200 with the object > deleting',
      '409 Conflict / ObjectIsBeingRecovered > live',
    ]);
  });
});

describe('the answer of a DELETE', () => {
  const ask = (object = LIVE, settings = SOFT): ((answer: Parameters<typeof fits>[1]) => boolean) => {
    const [outcome] = step(callOf(DELETE), { settings, object });
    return (answer) => fits(outcome, answer);
  };

  it('should show the latest version with its attributes unchanged, its dates and its recovery id', () => {
    expect(ask()(deletedView(V2))).toBe(true);
    expect(ask()(deletedView(V1))).toBe(false);
    expect(ask()(deletedView(V2, { updated: NOW }))).toBe(false);
    expect(ask()(deletedView(V2, { recoveryId: 'deletedsecrets/b' }))).toBe(false);
  });

  it('should never show a value', () => {
    expect(ask()(deletedView(V2, { value: 'value of 2' }))).toBe(false);
  });

  it('should be dated by the clock of the service (RT-08)', () => {
    expect(ask()(deletedView(V2, { deletedDate: NOW - 100, scheduledPurgeDate: NOW - 100 + 90 * DAY }))).toBe(
      false,
    );
  });

  it('should schedule the purge exactly the retention later (RT-06)', () => {
    expect(ask()(deletedView(V2, { scheduledPurgeDate: NOW + 90 * DAY + 1 }))).toBe(false);
    expect(ask()(deletedView(V2, { scheduledPurgeDate: NOW + 7 * DAY }))).toBe(false);
    const week = { recoverableDays: 7, recoveryLevel: 'CustomizedRecoverable+Purgeable' };
    expect(
      ask(LIVE, { ...SOFT, retentionDays: 7 })(
        deletedView(V2, { ...week, scheduledPurgeDate: NOW + 7 * DAY }),
      ),
    ).toBe(true);
  });

  it('should have no dates without soft delete', () => {
    const legacy = { recoveryLevel: 'Purgeable', recoverableDays: 0 };
    expect(ask(LIVE, LEGACY)(viewOf(V2, legacy, ['value']))).toBe(true);
    expect(ask(LIVE, LEGACY)(deletedView(V2, legacy))).toBe(false);
  });

  it('should tell the settings of the vault', () => {
    const [outcome] = step(callOf(DELETE), { settings: UNKNOWN, object: LIVE });
    expect(outcome?.tells?.(deletedView(V2))).toMatchObject({ ...SOFT, customRetention: false });
  });
});

describe('what is known after a DELETE', () => {
  it('should be its dates', () => {
    const [outcome] = step(callOf(DELETE), { settings: SOFT, object: LIVE });
    expect(outcome?.next(deletedView(V2))).toMatchObject({
      phase: 'deleting',
      deletion: { deletedDate: NOW, scheduledPurgeDate: NOW + 90 * DAY },
      since: WINDOW,
    });
  });

  it('should be no more than the earliest end of its retention, when the reply was lost', () => {
    const [known] = step(callOf(DELETE), { settings: SOFT, object: LIVE });
    expect(known?.next()).toMatchObject({ deletion: { notBefore: NOW - 2 + 90 * DAY } });
    const [unknown] = step(callOf(DELETE), { settings: { softDelete: true }, object: LIVE });
    expect(unknown?.next()).toMatchObject({ deletion: { notBefore: NOW - 2 + 7 * DAY } });
  });

  it('should be the versions that are gone, without soft delete', () => {
    const [outcome] = step(callOf(DELETE), { settings: LEGACY, object: LIVE });
    expect(outcome?.next()).toEqual({ phase: 'absent', gone: 'destroyed', former: [V1, V2] });
  });

  it('should be that its content did not change', () => {
    const [outcome] = step(callOf(DELETE), { settings: SOFT, object: LIVE });
    const after = outcome?.next(deletedView(V2));
    expect(after && 'content' in after && after.content.versions.map(({ facts }) => facts.created)).toEqual([
      CREATED,
      CREATED,
    ]);
  });
});

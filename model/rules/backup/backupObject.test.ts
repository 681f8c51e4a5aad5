import { expect, it } from 'vitest';
import { step } from '../../step.ts';
import { allowed, allowedByPhase } from '../../testing/allowed.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { CONTENT, contentOf, LIVE, SOFT, V1, versionOf } from '../../testing/states.ts';

const BACKUP = commandOf({ op: 'backup', name: 'a' });

it('should back up what is live, and find nothing elsewhere', () => {
  expect(allowedByPhase(BACKUP)).toEqual({
    absent: ['404 SecretNotFound > absent'],
    live: ['200 with a backup blob > live'],
    deleting: ['404 SecretNotFound > deleting', '409 Conflict / ObjectIsBeingDeleted > deleting'],
    deleted: ['404 SecretNotFound > deleted'],
    recovering: ['404 SecretNotFound > recovering', '409 Conflict / ObjectIsBeingRecovered > recovering'],
    purging: ['404 SecretNotFound > purging', '409 Conflict / ObjectIsBeingDeleted > purging'],
  });
});

it('should back up a disabled secret too', () => {
  expect(allowed(BACKUP, { ...LIVE, content: contentOf(versionOf(V1, { enabled: false })) })).toEqual([
    '200 with a backup blob > live',
  ]);
});

it('should hold the content of its time (BK-08)', () => {
  const [outcome] = step(callOf(BACKUP), { settings: SOFT, object: LIVE });
  expect(outcome?.holds).toBe(CONTENT);
});

it('should possibly not have existed yet, for the service up to 2018', () => {
  const window = { from: Date.UTC(2016, 10, 1) / 1000, to: Date.UTC(2016, 10, 1) / 1000 };
  expect(allowed(BACKUP, LIVE, SOFT, { service: true, window })).toContain('405 MethodNotAllowed > live');
  expect(allowed(BACKUP, LIVE, SOFT, { window })).toEqual(['200 with a backup blob > live']);
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { deletedView, refusalOf, viewOf } from '../testing/answers.ts';
import { callOf, commandOf, NOW } from '../testing/calls.ts';
import { DELETED, LIVE, PROTECTED, SOFT, V2, V3 } from '../testing/states.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import { attempts } from './explanation.ts';
import { PATIENCE } from './hiddenSteps.ts';
import { nearestOf } from './nearest.ts';
import { resume } from './resume.ts';

function phasesAfter(
  command: Command,
  object: ObjectState,
  answer: Answer,
  settings: KnownSettings = SOFT,
): readonly string[] {
  const all = attempts(callOf(command), [object], settings, answer, PATIENCE);
  const nearest = nearestOf(all);
  if (!nearest) return [];
  const states = resume(callOf(command), answer, all, nearest, [object], settings, PATIENCE);
  return [...new Set(states.map(({ phase }) => phase))];
}

describe('resume', () => {
  it('should go where the outcome leads, when only details are wrong', () => {
    const deleted = deletedView(V2, { recoverableDays: 7 });
    expect(phasesAfter(commandOf({ op: 'delete', name: 'a' }), LIVE, deleted)).toEqual(['deleting']);
  });

  it('should believe an answer of another outcome', () => {
    const set = commandOf({ op: 'set', name: 'a', input: { value: 'new' } });
    const made = viewOf(V3, { value: 'new', created: NOW, updated: NOW });
    expect(phasesAfter(set, DELETED, made)).toEqual(['live']);
    expect(phasesAfter(commandOf({ op: 'get', name: 'a' }), DELETED, viewOf(V2))).toEqual(['live']);
    expect(phasesAfter(commandOf({ op: 'recover', name: 'a' }), LIVE, viewOf(V2, {}, ['value']))).toEqual([
      'recovering',
    ]);
    expect(
      phasesAfter(commandOf({ op: 'purge', name: 'a' }), DELETED, { status: 204, oddities: [] }, PROTECTED),
    ).toEqual(['purging']);
  });

  it('should stay where it was after an answer that no state explains', () => {
    expect(phasesAfter(commandOf({ op: 'get', name: 'a' }), DELETED, refusalOf(418, 'Teapot'))).toEqual([
      'deleted',
    ]);
  });

  it('should keep every state in which the answer is wrong about the same, as of two certificates made unseen', () => {
    const others = { ...LIVE.content, recoveries: 1 };
    const answer = viewOf(V2, { updated: NOW - 12_345 });
    const call = callOf(commandOf({ op: 'get', name: 'a' }));
    const before: readonly ObjectState[] = [LIVE, { ...LIVE, content: others }];
    const all = attempts(call, before, SOFT, answer, PATIENCE);
    const nearest = nearestOf(all);
    expect(nearest && resume(call, answer, all, nearest, before, SOFT, PATIENCE)).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { ObjectState } from '../../model/world/objectState.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import { isCall, type Step } from '../steps/step.ts';
import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import type { Proposal } from './strategy.ts';
import { type WalkOptions, walk } from './walk.ts';

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };
const template = (call: 'get' | 'delete' | 'purge'): StepTemplate => ({
  label: call,
  tier: 'life',
  make: (slot) => ({ call, slot }),
});
const options: WalkOptions = {
  kind: 'secret',
  kinds: ['secret'],
  settings: [usual],
  templates: [template('get'), template('delete'), template('purge')],
  hasClock: false,
  random: () => 0.9,
  longest: 30,
};

/** What a sequence proposes about a name that nothing ever comes of. */
function stepsOf({ next, done }: Proposal): readonly Step[] {
  const absent: ObjectState = { phase: 'absent' };
  const steps: Step[] = [];
  const view = (): SequenceView => {
    const step = steps.at(-1);
    return {
      length: steps.length,
      states: () => [absent],
      known: () => ({ versions: 0, backups: 0 }),
      ...(step && { last: { step, findings: [] } }),
    };
  };
  for (let step = next(view()); step; step = next(view())) steps.push(step);
  done?.(view());
  return steps;
}

/** All sequences but those about forms of names, one after the other. */
function walked(settings: WalkOptions): readonly (readonly Step[])[] {
  const strategy = walk(settings);
  const all: (readonly Step[])[] = [];
  for (let proposal = strategy.propose(); proposal; proposal = strategy.propose()) {
    if (proposal.done) all.push(stepsOf(proposal));
  }
  return all;
}

const callsOf = (steps: readonly Step[]): readonly string[] =>
  steps.map((step) => (isCall(step) ? step.call : 'time'));

describe('a walk', () => {
  it('should try each kind of step once in the only state there is, and then end', () => {
    expect(
      walked(options)
        .map(callsOf)
        .map((calls) => [...calls].sort()),
    ).toEqual([['delete', 'get', 'purge']]);
  });

  it('should look after each change that changed nothing, in some sequences', () => {
    const calls = walked({ ...options, random: () => 0 }).flatMap(callsOf);
    for (const change of ['delete', 'purge']) expect(calls[calls.indexOf(change) + 1]).toBe('getDeleted');
  });

  it('should go on in a further sequence where one would be too long', () => {
    expect(walked({ ...options, longest: 2 }).map(({ length }) => length)).toEqual([2, 1]);
  });

  it('should tell how much of what it can reach it has tried', () => {
    const strategy = walk(options);
    expect(strategy.reach?.()).toMatchObject({ tried: 0, reachable: 3 });
    const first = strategy.propose();
    if (first) stepsOf(first);
    expect(strategy.reach?.()).toMatchObject({ tried: 3, reachable: 3 });
  });
});

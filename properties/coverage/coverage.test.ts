import { describe, expect, it } from 'vitest';
import type { StepTemplate } from '../steps/templates/stepTemplate.ts';
import { Coverage } from './coverage.ts';
import { Novelty } from './novelty.ts';
import type { StateClass } from './stateClass.ts';

const template = (label: string, tier: StepTemplate['tier'] = 'life'): StepTemplate => ({
  label,
  tier,
  make: (slot) => ({ call: 'get', slot }),
});

const state = (key: string, phase = key): StateClass => ({
  key,
  phase,
  goal: phase,
  offers: { version: false, backup: false },
});

const absent = state('absent');
const live = state('live');
const deleted = state('deleted');

/** Tries everything that is the next step from a state, as long as each leads where it says. */
function walked(coverage: Coverage, from: StateClass, leads: Record<string, StateClass>): readonly string[] {
  const labels: string[] = [];
  let here = from;
  for (let step = coverage.next(here, 0); step && labels.length < 50; step = coverage.next(here, 0)) {
    labels.push(`${here.key} > ${step.label}`);
    const to = leads[`${here.key} > ${step.label}`] ?? here;
    coverage.tried({ from: here, label: step.label }, to);
    coverage.reached(to);
    here = to;
  }
  return labels;
}

describe('coverage', () => {
  it('should lead to every kind of step in every state that can be reached, and then end', () => {
    const coverage = new Coverage([template('get'), template('set'), template('delete')], new Novelty());
    coverage.reached(absent);
    const leads = {
      'absent > set': live,
      'live > delete': deleted,
      'deleted > set': live,
    };
    const labels = walked(coverage, absent, leads);
    for (const key of ['live', 'deleted'])
      for (const label of ['get', 'set', 'delete']) expect(labels).toContain(`${key} > ${label}`);
    expect(coverage.next(deleted, 0)).toBeUndefined();
    expect(coverage.effort(deleted)).toBe(Number.POSITIVE_INFINITY);
  });

  it('should try an edge of a call once in a phase, and other steps in each of its states', () => {
    const coverage = new Coverage([template('life'), template('edge', 'edge')], new Novelty());
    const one = state('live', 'live');
    const several = state('live (versions)', 'live');
    for (const label of ['life', 'edge']) coverage.tried({ from: one, label }, one);
    coverage.reached(several);
    expect(coverage.next(several, 0)?.label).toBe('life');
    coverage.tried({ from: several, label: 'life' }, several);
    expect(coverage.next(several, 0)).toBeUndefined();
    expect(coverage.counts()).toEqual({ tried: 3, reachable: 3 });
  });

  it('should lead around a step that shows a divergence', () => {
    const coverage = new Coverage([template('broken'), template('set')], new Novelty());
    for (const label of ['broken', 'set']) coverage.tried({ from: absent, label }, absent);
    coverage.tried({ from: absent, label: 'broken' }, live);
    coverage.reached(live);
    expect(coverage.next(absent, 0)?.label).toBe('broken');
    coverage.avoid({ from: absent, label: 'broken' });
    expect(coverage.next(absent, 0)).toBeUndefined();
  });

  it('should leave out what needs a version or a backup that nobody knows', () => {
    const restore: StepTemplate = { ...template('restore'), needs: 'backup' };
    const coverage = new Coverage([restore], new Novelty());
    coverage.reached(absent);
    expect(coverage.next(absent, 0)).toBeUndefined();
    const backedUp = { ...absent, key: 'absent, backed up', offers: { version: true, backup: true } };
    coverage.reached(backedUp);
    expect(coverage.next(backedUp, 0)?.label).toBe('restore');
  });
});

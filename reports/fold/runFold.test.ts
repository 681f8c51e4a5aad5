import { describe, expect, it } from 'vitest';
import type { DivergenceEvent, RunEvent } from '../../model/event.ts';
import { SEEN_ONCE, SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import {
  checkLog,
  conformingLog,
  divergingLog,
  sampleExchange,
  sampleFooter,
  sampleHeader,
  unreachableLog,
} from '../testing/sampleLog.ts';
import { foldLog } from './foldLog.ts';
import type { RuleStatus, RunSummary } from './runSummary.ts';

function statusOf(summary: RunSummary, id: string): RuleStatus | undefined {
  return summary.rules.find((standing) => standing.rule.id === id)?.status;
}

const DIVERGENCE: DivergenceEvent = { type: 'divergence', n: 1, divergence: SET_ON_DELETED };
const UNEXPLAINED = sampleExchange(1, { judgement: 'unexplained', rules: [] });

describe('RunFold', () => {
  it('should say that a rule is exercised when it explains an exchange', async () => {
    const summary = await foldLog(conformingLog());
    expect(summary.verdict).toBe('conforms');
    expect(statusOf(summary, 'DL-01')).toBe('exercised');
    expect(statusOf(summary, 'LS-09')).toBe('exercised');
    expect(statusOf(summary, 'NR-01')).toBe('never-reached');
    expect(statusOf(summary, 'UN-01')).toBe('not-applicable');
    expect(summary.rules.find((standing) => standing.rule.id === 'UN-01')?.reason).toBe(
      'the target has no subscriptions',
    );
    expect(summary.exchanges).toMatchObject({ total: 4, modelled: 3, explained: 3, unexplained: 0 });
    expect(summary.seconds).toBeCloseTo(41.3);
  });

  it('should not say so when the rule only allowed something else', async () => {
    const unexplained = sampleExchange(2, { judgement: 'unexplained', rules: ['NR-01'] });
    const unjudged = sampleExchange(3, { judgement: 'unjudged', rules: ['NR-01'] });
    const summary = await foldLog([sampleHeader(), sampleExchange(1), unexplained, unjudged, sampleFooter()]);
    expect(statusOf(summary, 'NR-01')).toBe('never-reached');
  });

  it('should say that a rule is violated when a divergence that is not flaky names it', async () => {
    const summary = await foldLog(divergingLog());
    expect(summary.verdict).toBe('diverges');
    expect(statusOf(summary, 'NR-01')).toBe('violated');
    expect(statusOf(summary, 'ER-09')).toBe('exercised');
    expect(summary.flaky.map((divergence) => divergence.signature)).toEqual([SEEN_ONCE.signature]);
  });

  it('should put the worst divergences first and count sightings after the last event', async () => {
    const { divergences } = await foldLog(divergingLog());
    expect(divergences.map(({ severity, count }) => ({ severity, count }))).toEqual([
      { severity: 'data-lost-early', count: 2 },
      { severity: 'data-reachable', count: 13 },
      { severity: 'wrong-outcome', count: 4 },
    ]);
  });

  it('should count sightings that came while a divergence was tried again', async () => {
    const again = (n: number): RunEvent => ({ type: 'seen-again', n, signature: SET_ON_DELETED.signature });
    const told: DivergenceEvent = { ...DIVERGENCE, divergence: { ...SET_ON_DELETED, count: 1 } };
    const summary = await foldLog([sampleHeader(), told, again(2), again(3), told, again(4)]);
    expect(summary.divergences).toMatchObject([{ n: 1, count: 4 }]);
  });

  it('should let a later divergence replace the one of its signature', async () => {
    const later: DivergenceEvent = {
      type: 'divergence',
      n: 9,
      divergence: { ...SET_ON_DELETED, confirmation: 'flaky', count: 5 },
    };
    const again: RunEvent = { type: 'seen-again', n: 2, signature: SET_ON_DELETED.signature };
    const summary = await foldLog([
      sampleHeader(),
      UNEXPLAINED,
      DIVERGENCE,
      again,
      later,
      again,
      sampleFooter(),
    ]);
    expect(summary.divergences).toEqual([]);
    expect(summary.flaky).toMatchObject([{ n: 1, count: 6 }]);
  });

  it('should conclude nothing from a run that exercised nothing, whatever its footer says', async () => {
    const idle = await foldLog([sampleHeader(), sampleFooter({ calls: 3 })]);
    expect(idle).toMatchObject({ verdict: 'inconclusive', reason: '3 calls exercised no rule' });
    const open = await foldLog([
      sampleHeader(),
      sampleExchange(1, { judgement: 'unspecified', rules: [] }),
      sampleFooter(),
    ]);
    expect(open.verdict).toBe('unspecified');
    const down = await foldLog(unreachableLog());
    expect(down.reason).toBe('nothing answers at https://localhost:8443: connection refused');
  });

  it('should conclude nothing good from a log that was cut', async () => {
    const summary = await foldLog(conformingLog().slice(0, -1));
    expect(summary).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the log ends after 4 calls, before the run did',
      calls: 4,
      sequences: 1,
      cut: { problem: 'the footer is missing' },
    });
    expect(summary.seconds).toBeUndefined();
  });

  it('should keep the divergences of a log that was cut', async () => {
    expect((await foldLog([sampleHeader(), UNEXPLAINED, DIVERGENCE])).verdict).toBe('diverges');
  });

  it('should not hold known divergences against the target, but show them', async () => {
    const known: DivergenceEvent = { ...DIVERGENCE, divergence: { ...SET_ON_DELETED, known: true } };
    const summary = await foldLog([sampleHeader(), sampleExchange(2), UNEXPLAINED, known, sampleFooter()]);
    expect(summary.verdict).toBe('conforms');
    expect(summary.divergences).toHaveLength(1);
    expect(statusOf(summary, 'NR-01')).toBe('violated');
  });

  it('should conclude each recording by itself, with the steps at which it diverges', async () => {
    const summary = await foldLog(checkLog());
    expect(summary.command).toBe('check');
    expect(summary.traces).toMatchObject([
      { id: 'js/deletes@1', verdict: 'conforms', explained: 1, divergences: [] },
      {
        id: 'js/sets@2',
        verdict: 'diverges',
        divergences: [
          { step: 4, signature: SET_ON_DELETED.signature },
          { step: 9, signature: SET_ON_DELETED.signature },
        ],
      },
      { id: 'js/keys@3', verdict: 'inconclusive' },
    ]);
    expect(summary.exchanges).toMatchObject({
      total: 5,
      modelled: 4,
      explained: 2,
      unexplained: 2,
      unspecified: 0,
      unjudged: 0,
      skipped: { '401 challenge': 2, 'no command for this path': 1 },
    });
  });

  it('should count equal remarks and keep trouble apart', async () => {
    const note: RunEvent = { type: 'note', level: 'warning', text: 'slow' };
    const summary = await foldLog([...divergingLog().slice(0, -1), note, note, sampleFooter()]);
    expect(summary.notes).toContainEqual({ text: 'slow', count: 2 });
    expect(summary.troubles).toHaveLength(1);
  });

  it('should not grow without bound when every remark is another', async () => {
    const notes = Array.from(
      { length: 500 },
      (_, n) => ({ type: 'note', level: 'info', text: `n ${n}` }) as const,
    );
    const summary = await foldLog([sampleHeader(), ...notes, sampleFooter()]);
    expect(summary.notes).toHaveLength(201);
    expect(summary.notes.at(-1)).toEqual({ text: 'further remarks, which only the log has', count: 300 });
  });

  it('should keep rules that the catalogue of the log does not list', async () => {
    const summary = await foldLog([sampleHeader({ rules: [] }), sampleExchange(1), sampleFooter()]);
    expect(statusOf(summary, 'DL-01')).toBe('exercised');
  });

  it('should refuse what is no log', async () => {
    await expect(foldLog([])).rejects.toThrow('this one is empty');
    await expect(foldLog([UNEXPLAINED])).rejects.toThrow('this one with exchange');
  });
});

import { describe, expect, it } from 'vitest';
import { USUAL_READINGS } from '../../model/billing/billingReadings.ts';
import type { ExchangeEvent, RunEvent } from '../../model/event.ts';
import { DAY } from '../../model/window.ts';
import { MeteredLog } from './meteredLog.ts';

const JUNE = Date.UTC(2026, 5, 10) / 1000;

function used(version: string): ExchangeEvent {
  return {
    type: 'exchange',
    n: 1,
    sequence: 1,
    command: { op: 'use', use: 'sign', kind: 'key', vault: 'v', name: 'k', version, input: {} },
    window: { from: JUNE, to: JUNE },
    answer: { status: 200, object: { name: 'k', version, fields: { kty: 'EC-HSM' } }, oddities: [] },
    judgement: 'explained',
    rules: [],
    state: { before: '', after: '' },
  };
}

function meter(...events: readonly RunEvent[]): ReturnType<MeteredLog['ledger']> {
  const log = new MeteredLog('run.jsonl', USUAL_READINGS);
  for (const event of events) log.observe(event);
  return log.ledger();
}

describe('metering a log', () => {
  it('should let time pass as the log tells it', () => {
    const clock = { type: 'clock', advance: 25 * DAY, now: JUNE + 25 * DAY } as const;
    const charged = (...events: readonly RunEvent[]): string[] =>
      meter(...events)
        .entries.filter((entry) => entry.meter === 'advancedHsmKeys')
        .map(({ vault, month }) => `${vault} ${month}`);
    expect(charged(used('1'))).toEqual(['run.jsonl: v 2026-06']);
    expect(charged(used('1'), clock)).toEqual(['run.jsonl: v 2026-06', 'run.jsonl: v 2026-07']);
  });

  it('should keep the recordings apart that a log judges', () => {
    const trace = (number: number, id: string): RunEvent => ({ type: 'trace', trace: number, id });
    const { entries } = meter(trace(1, 'one'), used('1'), trace(2, 'two'), used('1'));
    const versions = entries.filter((entry) => entry.meter === 'advancedHsmKeys');
    expect(versions.map(({ vault, quantity }) => [vault, quantity])).toEqual([
      ['run.jsonl, one: v', 1],
      ['run.jsonl, two: v', 1],
    ]);
  });

  it('should tell of what the log leaves out', () => {
    const skipped = (why: string, counted: boolean): RunEvent => ({
      type: 'skipped',
      exchanges: 2,
      why,
      counted,
    });
    const { gaps } = meter(
      skipped('no command of the model for it', true),
      skipped('Managed HSM, which is another service', false),
      skipped('401 challenge', false),
    );
    expect(gaps).toEqual({ managedHsm: 2, unmodelledCalls: 2 });
  });
});

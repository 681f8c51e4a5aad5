import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { checkLog, sampleExchange, sampleHeader } from '../testing/sampleLog.ts';
import { Progress, type ProgressBudget } from './progress.ts';

const FOUND = 'Found (wrong-outcome): SetSecret on a name that is deleted answered 200';

/** A clock that stands until it is set. */
class Clock {
  now = 1000;
}

interface Shown {
  readonly progress: Progress;
  readonly clock: Clock;
  /** Everything written so far. */
  readonly text: () => string;
}

function show(terminal: object, budget?: ProgressBudget): Shown {
  const stream = Object.assign(new PassThrough(), terminal);
  let written = '';
  stream.on('data', (part: Buffer) => {
    written += part.toString();
  });
  const clock = new Clock();
  const setting = { stream, now: () => clock.now, ...(budget === undefined ? {} : { budget }) };
  return { progress: new Progress(setting), clock, text: () => written };
}

beforeEach(() => {
  vi.stubEnv('CI', undefined);
  vi.stubEnv('TERM', 'xterm');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('Progress where the output is no terminal', () => {
  it('should write a plain line every few seconds', () => {
    const { progress, clock, text } = show({ isTTY: false }, { calls: 200 });
    progress.update(sampleHeader());
    for (let n = 1; n <= 100; n += 1) {
      clock.now += 110;
      progress.update(sampleExchange(n));
    }
    progress.stop();
    expect(text().split('\n')).toEqual([
      '46 of 200 calls · 1 rule exercised · 0 divergences · 17 s left',
      '92 of 200 calls · 1 rule exercised · 0 divergences · 12 s left',
      '',
    ]);
  });

  it('should tell each divergence once, as it is found', () => {
    const { progress, text } = show({ isTTY: false });
    progress.update(sampleHeader());
    const found = { type: 'divergence', n: 1, divergence: SET_ON_DELETED } as const;
    progress.update({ ...found, divergence: { ...SET_ON_DELETED, signature: 'x', confirmation: 'flaky' } });
    progress.update(found);
    progress.update(found);
    expect(text().split(FOUND)).toHaveLength(2);
  });

  it('should take back what did not come again, and tell it anew when it does', () => {
    const { progress, text } = show({ isTTY: false });
    progress.update(sampleHeader());
    const found = { type: 'divergence', n: 1, divergence: SET_ON_DELETED } as const;
    progress.update(found);
    progress.update({ ...found, divergence: { ...SET_ON_DELETED, confirmation: 'flaky' } });
    progress.update(found);
    expect(text().replaceAll(/: .*/g, '').trim().split('\n')).toEqual([
      'Found (wrong-outcome)',
      'Seen, but not again when tried again',
      'Found (wrong-outcome)',
    ]);
  });

  it('should count recordings, and the time of a budget in seconds', () => {
    const { progress, clock, text } = show({ isTTY: false }, { seconds: 60 });
    for (const event of checkLog().slice(0, 8)) progress.update(event);
    clock.now += 6000;
    progress.update(sampleExchange(9));
    expect(text()).toBe('2 recordings · 3 calls · 1 rule exercised · 0 divergences · 54 s left\n');
  });
});

describe('Progress on a terminal', () => {
  const TERMINAL = {
    isTTY: true,
    columns: 100,
    cursorTo: () => {},
    clearLine: () => {},
    moveCursor: () => {},
  };

  it('should draw one line again and take it away at the end', async () => {
    const { progress, clock, text } = show(TERMINAL);
    progress.update(sampleHeader());
    progress.update({ type: 'divergence', n: 1, divergence: SET_ON_DELETED });
    clock.now += 200;
    progress.update(sampleExchange(2));
    await vi.waitFor(() => expect(text()).toContain('1 call · 1 rule exercised · 1 divergence'));
    progress.stop();
    progress.stop();
    expect(stripVTControlCharacters(text())).toContain(FOUND);
    const length = text().length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(text()).toHaveLength(length);
  });

  it.each([
    ['without columns', { ...TERMINAL, columns: 0 }, 'xterm'],
    ['that cannot move its cursor', TERMINAL, 'dumb'],
  ])('should write plain lines on one %s', (_, terminal, term) => {
    vi.stubEnv('TERM', term);
    const { progress, clock, text } = show(terminal);
    progress.update(sampleHeader());
    clock.now += 6000;
    progress.update(sampleExchange(1));
    expect(text()).toBe('1 call · 1 rule exercised · 0 divergences\n');
  });
});

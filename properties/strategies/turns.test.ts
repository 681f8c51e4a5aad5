import { describe, expect, it } from 'vitest';
import type { Kind } from '../../model/command.ts';
import type { Strategy } from './strategy.ts';
import { Turns } from './turns.ts';

const usual = { softDelete: true, retentionDays: 90, purgeProtection: false };

/** A strategy that has so many sequences. */
function strategy(name: string, sequences: number, kind: Kind = 'secret'): Strategy {
  let left = sequences;
  return {
    name,
    kind,
    propose: () => (left-- > 0 ? { settings: usual, slots: 1, next: () => undefined } : undefined),
  };
}

/** Calls that each strategy spent when all sequences take ten. */
function spent(strategies: readonly Strategy[], rounds: number): Record<string, number> {
  const turns = new Turns(strategies);
  const calls: Record<string, number> = {};
  for (let i = 0; i < rounds; i++) {
    const turn = turns.next();
    if (!turn) break;
    turns.spent(turn.strategy, 10);
    const { name, kind } = turn.strategy;
    calls[`${name} ${kind}`] = (calls[`${name} ${kind}`] ?? 0) + 10;
  }
  return calls;
}

describe('turns', () => {
  it('should give a walk twice the calls of random sequences', () => {
    expect(spent([strategy('uniform', 100), strategy('walk', 100)], 30)).toEqual({
      'walk secret': 200,
      'uniform secret': 100,
    });
  });

  it('should begin with secrets, and give other kinds fewer calls after that', () => {
    const both = (): Strategy[] => [strategy('walk', 200), strategy('walk', 200, 'issuer')];
    expect(spent(both(), 50)['walk issuer']).toBeUndefined();
    expect(spent(both(), 50 + 22)['walk issuer']).toBe(20);
  });

  it('should soon tell the stories of vaults beside secrets, but draw lives of vaults later', () => {
    const all = (): Strategy[] => [
      strategy('walk', 200),
      strategy('walk', 20, 'vault'),
      strategy('lives', 20, 'vault'),
    ];
    const early = spent(all(), 20);
    expect(early['walk vault']).toBeGreaterThan(0);
    expect(early['lives vault']).toBeUndefined();
  });

  it('should begin with other kinds where there are no secrets', () => {
    expect(spent([strategy('walk', 9, 'key'), strategy('walk', 9, 'issuer')], 2)).toEqual({
      'walk key': 10,
      'walk issuer': 10,
    });
  });

  it('should go on with the others when one has nothing left, until none has', () => {
    expect(spent([strategy('walk', 2), strategy('uniform', 5)], 30)).toEqual({
      'walk secret': 20,
      'uniform secret': 50,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { type Life, stateAt } from './life.ts';

describe('the state of an object', () => {
  it('should follow a deletion from second to second', () => {
    const life: Life = { turn: 'deleted', deletedDate: 100, settlesAt: 110, scheduledPurgeDate: 1000 };
    expect([100, 109, 110, 999, 1000, 5000].map((now) => stateAt(life, now))).toEqual([
      'deleting',
      'deleting',
      'deleted',
      'deleted',
      'gone',
      'gone',
    ]);
  });

  it('should settle at once when nothing takes time', () => {
    expect(stateAt({ turn: 'deleted', deletedDate: 5, settlesAt: 5, scheduledPurgeDate: 9 }, 5)).toBe(
      'deleted',
    );
    expect(stateAt({ turn: 'recovered', settlesAt: 5 }, 5)).toBe('active');
    expect(stateAt({ turn: 'purged', settlesAt: 5 }, 5)).toBe('gone');
  });

  it('should be between two states until a recovery or a purge has settled', () => {
    expect(stateAt({ turn: 'recovered', settlesAt: 5 }, 4)).toBe('recovering');
    expect(stateAt({ turn: 'purged', settlesAt: 5 }, 4)).toBe('purging');
    expect(stateAt({ turn: 'made' }, 4)).toBe('active');
  });
});

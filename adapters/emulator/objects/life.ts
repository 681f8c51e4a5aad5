/** The last turn in an object's life. All times are Unix seconds; a turn that takes time is over from `settlesAt` on. */
export type Life =
  | { readonly turn: 'made' }
  | {
      readonly turn: 'deleted';
      readonly deletedDate: number;
      readonly scheduledPurgeDate: number;
      readonly settlesAt: number;
    }
  | { readonly turn: 'recovered'; readonly settlesAt: number }
  | { readonly turn: 'purged'; readonly settlesAt: number };

/** Where an object stands at an instant; `gone` means that its name is free. */
export type ObjectState = 'active' | 'deleting' | 'deleted' | 'recovering' | 'purging' | 'gone';

/**
 * Where an object stands at `now` (Unix seconds). Nothing happens by itself: the state is read off the clock.
 * A deleted object is recoverable strictly before its scheduledPurgeDate and gone from that second on.
 */
export function stateAt(life: Life, now: number): ObjectState {
  switch (life.turn) {
    case 'made':
      return 'active';
    case 'deleted':
      if (now >= life.scheduledPurgeDate) return 'gone';
      return now >= life.settlesAt ? 'deleted' : 'deleting';
    case 'recovered':
      return now >= life.settlesAt ? 'active' : 'recovering';
    case 'purged':
      return now >= life.settlesAt ? 'gone' : 'purging';
  }
}

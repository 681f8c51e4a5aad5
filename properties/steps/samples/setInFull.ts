import type { SetStep } from '../step.ts';

/** From when on and until when, in Unix seconds: in force during every run, expired, not in force yet. */
const DATES = [
  { nbf: 1_000_000_000, exp: 4_000_000_000 },
  { nbf: 1_000_000_000, exp: 1_100_000_000 },
  { nbf: 3_800_000_000, exp: 4_000_000_000 },
] as const;

/**
 * A set with everything that a secret can have, so that nothing can get lost unseen; `round` makes values differ, and
 * dates: a secret is read and deleted whatever they are (DL-07, OQ-16).
 */
export function setInFull(slot: number, round: number): SetStep {
  return {
    call: 'set',
    slot,
    input: {
      value: `value ${round}`,
      contentType: `text/${round}`,
      tags: { round: String(round), plain: '' },
      ...DATES[round % DATES.length],
    },
  };
}

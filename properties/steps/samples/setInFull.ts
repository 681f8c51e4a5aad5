import type { SetStep } from '../step.ts';

/** 2001 and 2096: dates between which every run takes place, in Unix seconds. */
const NOT_BEFORE = 1_000_000_000;
const EXPIRES = 4_000_000_000;

/** A set with everything that a secret can have, so that nothing can get lost unseen; `round` makes values differ. */
export function setInFull(slot: number, round: number): SetStep {
  return {
    call: 'set',
    slot,
    input: {
      value: `value ${round}`,
      contentType: `text/${round}`,
      tags: { round: String(round), plain: '' },
      nbf: NOT_BEFORE,
      exp: EXPIRES,
    },
  };
}

import type { Call } from '../../call.ts';
import type { KeyUse, UseCommand } from '../../command.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { Facts } from '../../world/facts.ts';

/** KY-02: uses that a key outside of its dates still has. */
const ALWAYS_OPEN: readonly KeyUse[] = ['decrypt', 'unwrapKey', 'verify', 'release'];

/** Seconds around `nbf` and `exp` within which clocks may differ: "a few minutes". */
const SKEW = 600;

/** Whether a version's dates allow a use: `nbf` is inclusive, `exp` exclusive (KY-02). */
export function datesAllow(
  { command, window }: Call<UseCommand>,
  { nbf, exp }: Facts,
): 'yes' | 'no' | 'unknown' {
  if (ALWAYS_OPEN.includes(command.use)) return 'yes';
  const from = typeof nbf === 'number' ? nbf : Number.NEGATIVE_INFINITY;
  const to = typeof exp === 'number' ? exp : Number.POSITIVE_INFINITY;
  if (window.to < from - SKEW || window.from >= to + SKEW) return 'no';
  const isKnown = nbf !== undefined && exp !== undefined;
  return isKnown && window.from >= from + SKEW && window.to < to - SKEW ? 'yes' : 'unknown';
}

/** KY-02: the inner code stands in no source. */
export function outOfDate(): Pattern {
  return { status: [403], refusal: { codes: ['Forbidden'] } };
}

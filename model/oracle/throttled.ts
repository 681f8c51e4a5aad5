import type { ObjectState } from '../world/objectState.ts';
import { describeState } from './describe.ts';
import type { Judged } from './judged.ts';

/**
 * LM-03: a throttled call changes nothing.
 * @param states those that its object may be in; undefined for a call about no single object
 */
export function throttled(states: readonly ObjectState[] | undefined): Judged {
  const state = states ? describeState(states) : 'anything';
  return {
    judgement: 'explained',
    rules: ['ER-20', 'LM-03'],
    state: { before: state, after: state },
    departures: [],
  };
}

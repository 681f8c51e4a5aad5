import type { ObjectState } from '../../model/world/objectState.ts';

/** The call that shows the most of a name in one of these states. */
export function lookOf(states: readonly ObjectState[]): 'get' | 'getDeleted' {
  return states.some(({ phase }) => phase === 'live') ? 'get' : 'getDeleted';
}

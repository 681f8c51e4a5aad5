import type { Kind } from '../../command.ts';
import type { ObjectState } from '../../world/objectState.ts';

/** What the other collections hold under the name that a new object is to have. */
export type Namesake =
  /** Nothing that could be in its way. */
  | 'none'
  /** A key or secret in use. */
  | 'live'
  /** A key or secret that is deleted, or on its way there or back. */
  | 'deleted'
  /** Nobody knows. */
  | 'unknown';

/** The kinds among which a certificate must find its name free (CR-02), and those that do not care (NR-02). */
export function otherKinds(kind: Kind): readonly Kind[] {
  if (kind === 'certificate') return ['key', 'secret'];
  return kind === 'key' ? ['secret'] : kind === 'secret' ? ['key'] : [];
}

/** What objects of other kinds a name may have, by the states that they may be in. */
export function namesakeOf(states: readonly (readonly ObjectState[])[]): Namesake {
  const each = states.map(namesake);
  for (const found of ['live', 'deleted', 'unknown'] as const) if (each.includes(found)) return found;
  return 'none';
}

function namesake(states: readonly ObjectState[]): Namesake {
  if (states.every(({ phase }) => phase === 'absent')) return 'none';
  // What is being purged may be in the way or not (AS-05).
  const mayBeFree = states.some(({ phase }) => phase === 'absent' || phase === 'purging');
  if (mayBeFree || states.some((state) => 'content' in state && state.content.owned)) return 'unknown';
  return states.every(({ phase }) => phase === 'live') ? 'live' : 'deleted';
}

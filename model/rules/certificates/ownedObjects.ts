import type { Command } from '../../command.ts';
import type { Window } from '../../window.ts';
import { UNKNOWN_CONTENT } from '../../world/content.ts';
import { ABSENT, type ObjectState } from '../../world/objectState.ts';

/** A key or secret that a certificate owns, and of which no more is known. */
const OWNED: ObjectState = { phase: 'live', content: { ...UNKNOWN_CONTENT, owned: true } };

/**
 * What becomes of the key and the secret of a name when a call about its certificate succeeded (CR-01, CR-03): they
 * are made, deleted, recovered and purged together with it.
 * @param before the states that the key, or the secret, may be in
 * @param isSoft whether the certificate can be recovered after the call
 */
export function ownedAfter(
  command: Command,
  before: readonly ObjectState[],
  window: Window,
  isSoft: boolean,
): readonly ObjectState[] {
  switch (command.op) {
    case 'create':
    case 'import':
    case 'merge':
    case 'restore':
    case 'update':
      return [OWNED];
    case 'delete':
      if (!isSoft) return [ABSENT];
      return [
        { phase: 'deleting', content: { ...UNKNOWN_CONTENT, owned: true }, deletion: {}, since: window },
      ];
    case 'recover':
      return [{ phase: 'recovering', content: { ...UNKNOWN_CONTENT, owned: true }, since: window }];
    case 'purge':
      return [{ phase: 'purging', former: [], since: window }];
    default:
      return before;
  }
}

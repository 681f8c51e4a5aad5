import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectState } from '../../world/objectState.ts';
import { beingDeleted, beingRecovered } from '../errors/refusals.ts';

/**
 * AS-03: while a transition lasts, a call may also fail with a 409 that names the transition. Used where no recording
 * shows what the service answers: what recordings show is stated where the call is.
 */
export function transitional(call: Call, object: ObjectState): Outcome[] {
  const { kind } = call.command;
  switch (object.phase) {
    case 'deleting':
      return [
        unchanged(object, beingDeleted(kind, call.name), ['AS-03', 'ER-07'], 'while the deletion settles'),
      ];
    case 'recovering':
      return [
        unchanged(object, beingRecovered(kind, call.name), ['AS-03', 'ER-08'], 'while the recovery settles'),
      ];
    case 'purging':
      return [
        unchanged(object, beingDeleted(kind, call.name), ['AS-03', 'ER-07'], 'while the purge settles'),
      ];
    case 'live': {
      // RC-08 is reported after a GET had answered 200: what is read again may still refuse to be written.
      if (!object.recovered) return [];
      const when = 'while the recovery settles';
      return [unchanged(object, beingRecovered(kind, call.name), ['AS-03', 'RC-08', 'ER-08'], when)];
    }
    default:
      return [];
  }
}

import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import type { Principals } from '../principal.ts';

/** What is known of the caller that a command names, as a part of the call; nothing where it names none. */
export function callerOf({ principal }: Command, principals: Principals = {}): Pick<Call, 'caller'> {
  return principal === undefined ? {} : { caller: principals[principal] ?? 'unknown' };
}

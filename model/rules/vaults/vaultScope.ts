import type { Call } from '../../call.ts';
import type { Input } from '../../command.ts';
import type { Facts } from '../../world/facts.ts';

/** Whether a vault stands in the subscription and the resource group that a call names (NR-06, VT-08). */
export function inGroup(call: Call, facts: Facts): 'yes' | 'no' | 'unknown' {
  const asked = call.command.scope?.resourceGroup;
  const { resourceGroup } = facts;
  if (!inSubscription(call, facts)) return 'no';
  if (asked === undefined || typeof resourceGroup !== 'string') return 'unknown';
  return asked === resourceGroup ? 'yes' : 'no';
}

/** VT-02: a vault that is written is answered with 200 or 201; recordings: never with 201 (1,230 of 1,230). */
export function written({ strictness }: Call): readonly number[] {
  return strictness.service ? [200] : [200, 201];
}

/** Whether a vault may stand in the subscription that a call names. */
export function inSubscription({ command, strictness }: Call, { subscription }: Facts): boolean {
  const asked = command.scope?.subscription;
  // Recorders replace the ids of subscriptions, not always by the same ones.
  return (
    strictness.service ||
    asked === undefined ||
    typeof subscription !== 'string' ||
    asked.toLowerCase() === subscription
  );
}

/** Whether a request asks for a vault somewhere else than where it is. */
export function isElsewhere(input: Input | undefined, { location }: Facts): boolean {
  if (input === undefined || input === 'unrecorded') return false;
  const { location: wanted } = input;
  return typeof wanted === 'string' && typeof location === 'string' && plain(wanted) !== plain(location);
}

/** Whether a deleted vault is kept in the location that a call names. */
export function inLocation(call: Call, facts: Facts): 'yes' | 'no' | 'unknown' {
  const asked = call.command.scope?.location;
  const { location } = facts;
  if (!inSubscription(call, facts)) return 'no';
  if (asked === undefined || typeof location !== 'string') return 'unknown';
  return asked === plain(location) ? 'yes' : 'no';
}

/** A region by its name, whether written as `West US` or as `westus`. */
function plain(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

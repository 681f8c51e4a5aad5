import type { Call } from '../../call.ts';
import type { Facts } from '../../world/facts.ts';

/** Whether a vault stands in the resource group that a call names (NR-06, VT-08). */
export function inGroup(call: Call, facts: Facts): 'yes' | 'no' | 'unknown' {
  const asked = call.command.scope?.resourceGroup;
  const { resourceGroup } = facts;
  if (asked === undefined || typeof resourceGroup !== 'string') return 'unknown';
  return asked === resourceGroup ? 'yes' : 'no';
}

/** Whether a deleted vault is kept in the location that a call names. */
export function inLocation(call: Call, facts: Facts): 'yes' | 'no' | 'unknown' {
  const asked = call.command.scope?.location;
  const { location } = facts;
  if (asked === undefined || typeof location !== 'string') return 'unknown';
  return asked === plain(location) ? 'yes' : 'no';
}

/** A region by its name, whether written as `West US` or as `westus`. */
function plain(location: string): string {
  return location.toLowerCase().replaceAll(' ', '');
}

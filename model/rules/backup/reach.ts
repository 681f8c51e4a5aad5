import type { Place } from '../../world/place.ts';

/** The regions of some geographies, of which it is known that they belong together. */
const GEOGRAPHIES: readonly (readonly string[])[] = [
  ['northeurope', 'westeurope'],
  ['centralus', 'eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westus', 'westus2', 'westus3'],
  ['eastasia', 'southeastasia'],
  ['ukwest', 'uksouth'],
  ['japaneast', 'japanwest'],
  ['australiaeast', 'australiasoutheast', 'australiacentral'],
  ['canadacentral', 'canadaeast'],
];

/** BK-05: whether a backup taken at one place can be restored at another; of regions that are not listed nobody knows. */
export function canRestore(from: Place | undefined, to: Place | undefined): 'yes' | 'no' | 'unknown' {
  if (!from || !to) return 'unknown';
  if (from.subscription !== to.subscription) return 'no';
  if (from.location === to.location) return 'yes';
  const [one, other] = [geographyOf(from), geographyOf(to)];
  if (one === -1 || other === -1) return 'unknown';
  return one === other ? 'yes' : 'no';
}

function geographyOf({ location }: Place): number {
  return GEOGRAPHIES.findIndex((regions) => regions.includes(location));
}

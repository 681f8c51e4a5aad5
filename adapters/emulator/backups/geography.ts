/** The geographies that have more than one region, by the beginning or end that the names of their regions share. */
const GEOGRAPHIES: readonly (readonly [geography: string, regions: RegExp])[] = [
  ['us', /us\d?(euap)?$/],
  ['europe', /^(northeurope|westeurope)$/],
  ['uk', /^uk/],
  ['france', /^france/],
  ['germany', /^germany/],
  ['switzerland', /^switzerland/],
  ['norway', /^norway/],
  ['sweden', /^sweden/],
  ['asiapacific', /^(eastasia|southeastasia)$/],
  ['australia', /^australia/],
  ['japan', /^japan/],
  ['korea', /^korea/],
  ['canada', /^canada/],
  ['brazil', /^brazil/],
  ['india', /india$/],
  ['southafrica', /^southafrica/],
  ['uae', /^uae/],
  ['china', /^china/],
];

/** The Azure geography of a region; a region that is in no list is one of its own. */
export function geographyOf(location: string): string {
  return GEOGRAPHIES.find(([, regions]) => regions.test(location))?.[0] ?? location;
}

/** What the path of Azure Resource Manager names: `/subscriptions/{s}/resourceGroups/{g}/providers/...`. */
export interface ResourcePath {
  readonly subscription?: string;
  /** In lower case: Resource Manager does not tell cases apart. */
  readonly resourceGroup?: string;
  readonly location?: string;
  /** The segments behind `providers/Microsoft.KeyVault`, as they are spelled. */
  readonly rest: readonly string[];
}

/** Reads a path of Azure Resource Manager about Key Vault; undefined when it is not one. */
export function parseResourcePath(path: string): ResourcePath | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const provider = segments.findIndex((segment) => segment.toLowerCase() === 'microsoft.keyvault');
  if (provider < 1 || segments[provider - 1]?.toLowerCase() !== 'providers') return undefined;
  const before = segments.slice(0, provider - 1);
  const after = segments.slice(provider + 1);
  const subscription = following(before, 'subscriptions');
  const resourceGroup = following(before, 'resourcegroups')?.toLowerCase();
  const isLocated = after[0]?.toLowerCase() === 'locations';
  return {
    ...(subscription !== undefined && { subscription }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    ...(isLocated && { location: regionOf(after[1] ?? '') }),
    rest: isLocated ? after.slice(2) : after,
  };
}

/** A region by its name, whether written as `West US` or as `westus`. */
export function regionOf(location: string): string {
  return decodeURIComponent(location).toLowerCase().replaceAll(' ', '');
}

function following(segments: readonly string[], word: string): string | undefined {
  const at = segments.findIndex((segment) => segment.toLowerCase() === word);
  return at < 0 ? undefined : segments[at + 1];
}

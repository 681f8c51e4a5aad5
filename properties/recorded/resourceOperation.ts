/**
 * What a call asked for that no command stands for: its method and the types of resource in its path, without any name:
 * `GET storage/sas`, `PUT vaults/privateEndpointConnections`.
 */
export function resourceOperation(method: string, path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '');
  const provider = segments.findIndex((segment) => segment.toLowerCase() === 'microsoft.keyvault');
  const types = segments
    .slice(provider + 1)
    .filter((_segment, i) => i % 2 === 0)
    .filter((segment) => segment !== 'providers');
  return `${method} ${types.join('/') || '/'}`;
}

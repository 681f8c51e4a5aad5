import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { DEFAULT_TENANT } from '../identity/defaultIds.ts';

/** What tokens for Azure Resource Manager are asked for by clients that learn it from here. */
const AUDIENCES: readonly string[] = [
  'https://management.core.windows.net/',
  'https://management.azure.com/',
];

/**
 * `GET /metadata/endpoints`: where the parts of this cloud are, for clients that are told the address of Azure Resource
 * Manager alone, such as `az cloud register`. No token is asked for. What the emulator does not have is not named, so
 * that no client takes it for Azure's.
 */
export function registerCloudMetadata(scope: FastifyInstance, service: EmulatedService): void {
  scope.get('/metadata/endpoints', (request) => describeCloud(request, service));
}

function describeCloud(request: FastifyRequest, { addresses }: EmulatedService): object {
  const here = `https://${request.headers.host ?? 'localhost'}`;
  return {
    name: 'Emulator',
    resourceManager: here,
    authentication: {
      loginEndpoint: here,
      audiences: AUDIENCES,
      tenant: DEFAULT_TENANT,
      identityProvider: 'AAD',
    },
    // az takes the directory, too, from these two.
    graphAudience: here,
    microsoftGraphResourceId: here,
    suffixes: { keyVaultDns: addresses.vaultSuffix },
  };
}

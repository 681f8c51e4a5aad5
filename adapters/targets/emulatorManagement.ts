import type { JsonObject } from '../../model/json.ts';
import type { ManagementPlane } from '../managementPlane.ts';
import type { VaultPlace } from '../rest/caller.ts';
import { createRestCaller } from '../rest/restCaller.ts';
import { cachedToken } from '../rest/token/cachedToken.ts';
import { fixedToken, type TokenSource } from '../rest/token/tokenSource.ts';
import { baseOf, parseBaseUrl, portOf } from './baseUrl.ts';
import type { Connection } from './connection.ts';
import type { ControlApi } from './controlApi.ts';
import type { ControlledClock } from './controlledClock.ts';
import { EMULATOR_HOME } from './emulatorHome.ts';
import type { ManagementParts } from './liveAdapter.ts';
import { ADMINISTRATOR } from './principals/harnessPrincipals.ts';
import { MANAGEMENT, type RegisteredPrincipals, register } from './principals/registerPrincipals.ts';
import { endingAt, tokenEndpoint } from './principals/tokenEndpoint.ts';

const { tenant: TENANT, subscription, otherSubscription, resourceGroup, otherGroup } = EMULATOR_HOME;

/** The `api-version` that is sent where a command does not say. */
const API_VERSION = '2023-07-01';

/** An event subscription that sends nothing of a vault anywhere, and a role that is given to nobody. */
const EXTENSIONS: NonNullable<ManagementPlane['extensions']> = {
  eventSubscription: {
    id: 'watcher',
    input: {
      destination: { endpointType: 'WebHook', properties: { endpointUrl: 'https://watcher.invalid/' } },
      filter: { includedEventTypes: ['Microsoft.KeyVault.SecretNearExpiry'] },
    },
  },
  roleAssignment: {
    id: 'a3c1f4de-5b7a-4c0e-9d52-6f8b1e2c7d90',
    input: {
      // Key Vault Secrets User
      roleDefinitionId:
        '/providers/Microsoft.Authorization/roleDefinitions/4633458b-17de-408a-b874-0445c86b69e6',
      principalId: '7d0b9c52-1e64-4f0a-8b3d-2a95c1e7f468',
      principalType: 'ServicePrincipal',
    },
  },
};

/** What the management plane of an emulator takes. */
export interface EmulatorManagement {
  readonly connection: Connection;
  readonly api: ControlApi;
  /** Whether the emulator ends with the run. */
  readonly isOwn: boolean;
  /** The callers of the run, of an emulator that checks tokens; undefined of one that takes any. */
  readonly known: RegisteredPrincipals | undefined;
  readonly clock: ControlledClock;
  /** Where a vault answers. */
  readonly placed: (vault: string) => VaultPlace;
}

/** The management plane of an emulator of this package; undefined where it does not tell the address of one. */
export async function openEmulatorManagement(
  options: EmulatorManagement,
): Promise<ManagementParts | undefined> {
  const { connection, api, isOwn, known, placed } = options;
  const health = await api.call({ method: 'GET', path: '/emulator/health' });
  const { armUrl } = (health ?? {}) as { readonly armUrl?: unknown };
  if (typeof armUrl !== 'string') return undefined;
  const url = parseBaseUrl(armUrl);
  const transport = connection.to({ host: url.hostname.replace(/^\[|\]$/g, ''), port: portOf(url) });
  const tokens = known
    ? await managerOf(options, tokenEndpoint(`${url.origin}/${TENANT}`, transport))
    : fixedToken('any', 'any token');
  const policy = known?.accessPolicies.get(ADMINISTRATOR);
  const accessPolicies: JsonObject[] = policy ? [{ tenantId: TENANT, ...policy }] : [];
  return {
    plane: {
      token: 'management',
      home: { subscription, resourceGroup, location: 'westeurope' },
      otherGroup,
      otherLocation: 'northeurope',
      otherGeography: 'eastus',
      otherSubscription,
      severalCallers: known !== undefined,
      isKept: !isOwn,
      newVault: { tenantId: TENANT, sku: { family: 'A', name: 'premium' }, accessPolicies },
      extensions: EXTENSIONS,
      makesGroups: true,
    },
    caller: createRestCaller({
      transport,
      tokens,
      apiVersion: API_VERSION,
      ...(known && { principals: known.managementTokens }),
    }),
    place: { base: baseOf(url) },
    placeOf: placed,
  };
}

/** The token of a caller who may do everything on the management plane. */
async function managerOf(
  { api, clock }: EmulatorManagement,
  endpoint: ReturnType<typeof tokenEndpoint>,
): Promise<TokenSource> {
  const manager = await register(api, { roles: ['Owner'] });
  const ask = async () => endingAt(await endpoint.ask({ ...manager, audience: MANAGEMENT }), clock.now());
  return cachedToken('the token of the owner of all vaults', ask, clock.now);
}

import { ServiceError } from '../errors/serviceError.ts';
import { DEFAULT_TENANT } from '../identity/defaultIds.ts';
import { type Answer, ok } from '../requests/answer.ts';
import { DEFAULT_SUBSCRIPTION } from '../vaults/subscriptions.ts';
import type { ArmRequest } from './armRequest.ts';

/** GET /subscriptions: those that were used, the emulator's own first. */
export function listSubscriptions({ service }: ArmRequest): Answer {
  return ok({ value: service.subscriptions.ids().map(subscriptionJson) });
}

/** GET /subscriptions/{subscription}: any, for every id is a subscription. */
export function getSubscription({ params }: ArmRequest): Answer {
  return ok(subscriptionJson(params.subscription ?? ''));
}

/** GET /tenants */
export function listTenants(): Answer {
  return ok({
    value: [
      {
        id: `/tenants/${DEFAULT_TENANT}`,
        tenantId: DEFAULT_TENANT,
        tenantCategory: 'Home',
        displayName: 'Emulator',
        countryCode: 'US',
        domains: [],
      },
    ],
  });
}

/** GET of lists of things that the emulator does not have, such as managed HSMs: empty ones. */
export function emptyList(): Answer {
  return ok({ value: [] });
}

/** GET …/providers/Microsoft.KeyVault: that the provider of vaults is registered. */
export function getProvider({ params }: ArmRequest): Answer {
  return ok({
    id: `/subscriptions/${params.subscription}/providers/Microsoft.KeyVault`,
    namespace: 'Microsoft.KeyVault',
    registrationState: 'Registered',
    resourceTypes: [],
  });
}

/** DELETE …/vaults/{name}/{secrets|keys}/…: objects cannot be deleted through Azure Resource Manager (DL-13). */
export function refuseObjectDeletion(): never {
  throw new ServiceError(
    400,
    'DisallowedResourceOperation',
    "The current subscription type is not permitted to perform the operation 'delete' on the objects of a vault.",
  );
}

function subscriptionJson(id: string): object {
  return {
    id: `/subscriptions/${id}`,
    subscriptionId: id,
    tenantId: DEFAULT_TENANT,
    displayName: id === DEFAULT_SUBSCRIPTION ? 'Emulator' : `Emulator ${id}`,
    state: 'Enabled',
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'Emulator',
      spendingLimit: 'Off',
    },
    authorizationSource: 'RoleBased',
  };
}

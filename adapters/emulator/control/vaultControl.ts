import type { FastifyInstance } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { badRequest } from '../errors/badRequest.ts';
import type { Json } from '../objects/objectBody.ts';
import { welcome } from '../permissions/welcome.ts';
import { bodyOf } from '../requests/jsonBody.ts';
import { readVaultDefinition } from '../vaults/vaultDefinition.ts';
import type { FoundVault } from '../vaults/vaultDirectory.ts';

/** The part of the control API that is about vaults and subscriptions. */
export function registerVaultControl(
  scope: FastifyInstance,
  service: EmulatedService,
  saved: () => Promise<void>,
): void {
  const { clock, vaults, subscriptions } = service;
  scope.get('/vaults', () => ({ vaults: vaults.all(clock.now()).map(describeVault) }));
  scope.post('/vaults', async (request, reply) => {
    const now = clock.now();
    const vault = welcome(service, readVaultDefinition(bodyOf(request), now), now);
    await saved();
    return reply.code(201).send(describeVault({ vault, state: 'active' }));
  });
  scope.patch<{ Params: { name: string } }>('/vaults/:name', async (request) => {
    const vault = vaults.reachable(request.params.name, clock.now());
    checkProtection(bodyOf(request), vault.softDelete);
    vault.protect();
    await saved();
    return describeVault({ vault, state: 'active' });
  });
  scope.get('/subscriptions', () => ({
    subscriptions: subscriptions.ids().map((subscriptionId) => ({
      subscriptionId,
      undeletable: subscriptions.isUndeletable(subscriptionId),
    })),
  }));
  scope.patch<{ Params: { id: string } }>('/subscriptions/:id', async (request) => {
    const { undeletable } = bodyOf(request);
    if (typeof undeletable !== 'boolean') {
      throw badRequest(`undeletable must be true or false; it is ${JSON.stringify(undeletable)}.`);
    }
    subscriptions.mark(request.params.id, undeletable);
    await saved();
    return { subscriptionId: request.params.id.toLowerCase(), undeletable };
  });
}

/** A vault as the control API shows it. */
function describeVault({ vault, state }: FoundVault): object {
  const { name, softDelete, retentionDays, purgeProtection, location } = vault;
  const { sku, subscriptionId, resourceGroup, rbac = false } = vault.resource;
  return {
    name,
    softDelete,
    retentionDays,
    purgeProtection,
    sku,
    location,
    subscriptionId,
    resourceGroup,
    rbac,
    state,
  };
}

/** A PATCH may turn purge protection on and nothing else. */
function checkProtection(body: Json, softDelete: boolean): void {
  for (const field of Object.keys(body)) {
    if (field !== 'purgeProtection') {
      throw badRequest(`'${field}' of a vault cannot be changed; only purgeProtection can, to true.`);
    }
  }
  if (body.purgeProtection !== true) {
    throw badRequest('purgeProtection can only be set to true; once on, it cannot be turned off.');
  }
  if (!softDelete) {
    throw badRequest('purgeProtection needs softDelete: a vault without soft delete cannot be protected.');
  }
}

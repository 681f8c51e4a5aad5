import type { FastifyInstance } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { badRequest } from '../errors/badRequest.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { readPrincipalDefinition } from '../identity/principalDefinition.ts';
import { addPrincipal } from '../permissions/addPrincipal.ts';
import { bodyOf } from '../requests/jsonBody.ts';
import { readClockChange } from './clockChange.ts';
import { registerVaultControl } from './vaultControl.ts';

/**
 * What tests and people need of an emulator and no vault offers, under `/emulator`; no token is asked for.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /health` | 200 `{status: "ok", armUrl}`: the address of Azure Resource Manager |
 * | `GET /clock` | 200 `{now, frozen}`: Unix seconds, whether time stands still |
 * | `POST /clock {freeze?, advance?}` | the same, after freezing or letting run, then moving on by so many seconds |
 * | `GET /vaults` | 200 `{vaults: [{name, softDelete, retentionDays, purgeProtection, sku, location, subscriptionId, resourceGroup, rbac, state}]}` |
 * | `POST /vaults {name, softDelete?, retentionDays?, purgeProtection?, sku?, location?, subscriptionId?, resourceGroup?, rbac?, accessPolicies?}` | 201 and the vault; 409 when the name is taken |
 * | `PATCH /vaults/{name} {purgeProtection: true}` | 200 and the vault; there is no way back |
 * | `GET /subscriptions` | 200 `{subscriptions: [{subscriptionId, undeletable}]}` |
 * | `PATCH /subscriptions/{id} {undeletable}` | 200 and the subscription: whether only the service may purge in it |
 * | `GET /principals` | 200 `{principals: [{tenantId, clientId, objectId}]}` |
 * | `POST /principals {clientId?, clientSecret?, objectId?, tokenSeconds?, roles?: [{role, scope?}]}` | 201 and the principal with its secret; without roles it may do nothing yet |
 * | `DELETE /principals/{clientId}` | 204; its tokens are worth nothing any more |
 * | `GET /meter?vault=NAME` | 200 `{vaults: [...]}`: what would be billed, by vault and month; of all vaults unless one is named |
 * | `GET /audit?since=N` | 200 `{records: [...]}`: the calls after the record with that sequence number, at most the last 10 000 |
 *
 * Bad input is 400 with a message that names the field; errors are `{error: {code, message}}`.
 *
 * @param saved resolves when a change just made is kept.
 */
export function registerControlApi(
  scope: FastifyInstance,
  service: EmulatedService,
  saved: () => Promise<void>,
): void {
  const { clock, meter, audit } = service;
  scope.get('/health', () => ({ status: 'ok', armUrl: service.addresses.armUrl }));
  scope.get('/clock', () => clock.reading());
  scope.post('/clock', async (request) => {
    const { freeze, advance } = readClockChange(bodyOf(request));
    if (freeze !== undefined) clock.freeze(freeze);
    if (advance !== undefined) clock.advance(advance);
    await saved();
    return clock.reading();
  });
  registerVaultControl(scope, service, saved);
  registerPrincipalControl(scope, service, saved);
  scope.get<{ Querystring: { vault?: string } }>('/meter', (request) => ({
    vaults: meter.reading(clock.now(), request.query.vault?.toLowerCase()),
  }));
  scope.get<{ Querystring: { since?: string } }>('/audit', (request) => ({
    records: audit.since(readSequence(request.query.since)),
  }));
  scope.all('/*', () => {
    throw new ServiceError(
      404,
      'NotFound',
      'The control API has no such path; see /emulator/health, /clock, /vaults, /subscriptions, /principals, /meter, /audit.',
    );
  });
}

function registerPrincipalControl(
  scope: FastifyInstance,
  service: EmulatedService,
  saved: () => Promise<void>,
): void {
  const { principals, clock } = service;
  scope.get('/principals', () => ({
    principals: principals
      .all()
      .map(({ tenantId, clientId, objectId }) => ({ tenantId, clientId, objectId })),
  }));
  scope.post('/principals', async (request, reply) => {
    const empty = !Buffer.isBuffer(request.body) || request.body.length === 0;
    const principal = addPrincipal(
      service,
      empty ? {} : readPrincipalDefinition(bodyOf(request)),
      clock.now(),
    );
    await saved();
    return reply.code(201).send(principal);
  });
  scope.delete<{ Params: { clientId: string } }>('/principals/:clientId', async (request, reply) => {
    principals.remove(request.params.clientId);
    await saved();
    return reply.code(204).send();
  });
}

function readSequence(since: string | undefined): number {
  if (since === undefined) return 0;
  if (/^\d{1,15}$/.test(since)) return Number(since);
  throw badRequest(`since must be the sequence number of a record, 0 or more; it is '${since}'.`);
}

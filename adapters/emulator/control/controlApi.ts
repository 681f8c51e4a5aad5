import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { badRequest } from '../errors/badRequest.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { WELCOME } from '../permissions/fullAccess.ts';
import { readJsonBody } from '../requests/jsonBody.ts';
import { readVaultDefinition } from '../vaults/vaultDefinition.ts';
import type { FoundVault } from '../vaults/vaultDirectory.ts';
import { readClockChange } from './clockChange.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * What tests and people need of an emulator and no vault offers, under `/emulator`; no token is asked for.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /health` | 200 `{status: "ok"}` |
 * | `GET /clock` | 200 `{now, frozen}`: Unix seconds, whether time stands still |
 * | `POST /clock {freeze?, advance?}` | the same, after freezing or letting run, then moving on by so many seconds |
 * | `GET /vaults` | 200 `{vaults: [{name, softDelete, retentionDays, purgeProtection}]}` |
 * | `POST /vaults {name, softDelete?, retentionDays?, purgeProtection?}` | 201 and the vault; 409 when it exists |
 * | `PATCH /vaults/{name} {purgeProtection: true}` | 200 and the vault; there is no way back |
 *
 * Bad input is 400 with a message that names the field; errors are `{error: {code, message}}`.
 */
export function registerControlApi(
  scope: FastifyInstance,
  service: EmulatedService,
  saved: () => Promise<void>,
): void {
  const { clock, vaults } = service;
  scope.get('/health', () => ({ status: 'ok' }));
  scope.get('/clock', () => clock.reading());
  scope.post('/clock', async (request) => {
    const { freeze, advance } = readClockChange(jsonOf(request));
    if (freeze !== undefined) clock.freeze(freeze);
    if (advance !== undefined) clock.advance(advance);
    await saved();
    return clock.reading();
  });
  scope.get('/vaults', () => ({ vaults: vaults.all(clock.now()).map(describeVault) }));
  scope.post('/vaults', async (request, reply) => {
    const now = clock.now();
    const vault = vaults.create(readVaultDefinition(jsonOf(request), WELCOME, now), now);
    await saved();
    return reply.code(201).send(describeVault({ vault, state: 'active' }));
  });
  scope.patch<{ Params: { name: string } }>('/vaults/:name', async (request) => {
    const vault = vaults.reachable(request.params.name, clock.now());
    checkProtection(jsonOf(request), vault.softDelete);
    vault.protect();
    await saved();
    return describeVault({ vault, state: 'active' });
  });
  scope.all('/*', () => {
    throw new ServiceError(
      404,
      'NotFound',
      'The control API has no such path; see /emulator/health, /clock, /vaults.',
    );
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

function jsonOf(request: FastifyRequest): Json {
  const { body } = request;
  return readJsonBody(request.headers['content-type'], Buffer.isBuffer(body) ? body : undefined);
}

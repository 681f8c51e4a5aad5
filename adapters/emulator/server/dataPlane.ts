import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { Lifecycle } from '../objects/lifecycle.ts';
import { readApiVersion } from '../requests/apiVersion.ts';
import { readJsonBody } from '../requests/jsonBody.ts';
import { pathParts } from '../requests/requestPath.ts';
import { vaultNameOfHost } from '../requests/vaultHost.ts';
import { secretErrors } from '../secrets/secretErrors.ts';
import type { SecretRequest } from '../secrets/secretRequest.ts';
import { type SecretRoute, secretRoute } from '../secrets/secretRoutes.ts';
import type { Vault } from '../vaults/vault.ts';

/** The data plane of all vaults: secrets. */
export class DataPlane {
  readonly #service: EmulatedService;
  readonly #saved: () => Promise<void>;

  /** @param saved resolves when a change just made is kept; a client hears of a change only then. */
  constructor(service: EmulatedService, saved: () => Promise<void>) {
    this.#service = service;
    this.#saved = saved;
  }

  /**
   * Answers a request whose token has been checked. Throws a ServiceError to refuse it.
   * The order of the checks: vault, api-version, method and name, soft delete of the vault, then body and object.
   */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const host = request.headers.host ?? 'localhost';
    const vault = this.#service.vaults.get(vaultNameOfHost(host));
    const query = request.query as Readonly<Record<string, string | string[] | undefined>>;
    const api = readApiVersion(first(query['api-version']));
    const route = routeOf(request);
    checkSoftDelete(vault, route);
    const answer = route.operation(this.#secretRequest(request, { vault, api, route, host, query }));
    if (route.changes) await this.#saved();
    if (answer === undefined) return reply.code(204).send();
    return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  }

  #secretRequest(
    request: FastifyRequest,
    about: Pick<SecretRequest, 'vault' | 'api'> & {
      readonly route: SecretRoute;
      readonly host: string;
      readonly query: Readonly<Record<string, string | string[] | undefined>>;
    },
  ): SecretRequest {
    const { vault, api, route, host, query } = about;
    const { clock, settling, versionIds, backups } = this.#service;
    const now = clock.now();
    return {
      vault,
      api,
      now,
      lifecycle: new Lifecycle({ vault, collection: vault.secrets, errors: secretErrors, settling, now }),
      baseUrl: `https://${host}`,
      portedUrl: /:\d+$/.test(host) ? `https://${host}` : `https://${host}:443`,
      name: route.name,
      version: route.version,
      page: {
        apiVersion: api.name,
        maxResults: first(query.maxresults),
        skipToken: first(query.$skiptoken),
      },
      body: () =>
        readJsonBody(
          request.headers['content-type'],
          Buffer.isBuffer(request.body) ? request.body : undefined,
        ),
      newVersionId: () => versionIds.next(),
      backups,
    };
  }
}

function routeOf(request: FastifyRequest): SecretRoute {
  const route = secretRoute(request.method, pathParts(request.raw.url ?? '/'));
  if (route !== undefined) return route;
  throw new ServiceError(
    404,
    'NotFound',
    'This emulator has nothing under this path; it has /secrets and /deletedsecrets.',
  );
}

function checkSoftDelete(vault: Vault, route: SecretRoute): void {
  if (vault.softDelete || route.needsSoftDelete === undefined) return;
  throw new ServiceError(
    400,
    'NotSupported',
    `Operation "${route.needsSoftDelete}" is not enabled for this vault.`,
  );
}

/** A query parameter; the first one where it is given several times. */
function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

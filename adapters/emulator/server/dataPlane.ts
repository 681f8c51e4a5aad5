import type { FastifyReply, FastifyRequest } from 'fastify';
import { CERTIFICATE_ROUTES } from '../certificates/certificateRoutes.ts';
import { settleOperations } from '../certificates/pending/settleOperations.ts';
import type { EmulatedService } from '../emulatedService.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { KEY_ROUTES } from '../keys/keyRoutes.ts';
import type { Answer } from '../requests/answer.ts';
import { readApiVersion } from '../requests/apiVersion.ts';
import { readJsonBody } from '../requests/jsonBody.ts';
import { pathParts } from '../requests/requestPath.ts';
import { type MatchedRoute, type Route, routerOf } from '../requests/route.ts';
import { vaultNameOfHost } from '../requests/vaultHost.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { SECRET_ROUTES } from '../secrets/secretRoutes.ts';
import type { Vault } from '../vaults/vault.ts';

type Query = Readonly<Record<string, string | string[] | undefined>>;

const ROUTER = routerOf([...SECRET_ROUTES, ...KEY_ROUTES, ...CERTIFICATE_ROUTES]);

/** The data plane of all vaults. */
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
    const now = this.#service.clock.now();
    const vault = this.#service.vaults.reachable(vaultNameOfHost(host), now);
    const query = request.query as Query;
    const api = readApiVersion(first(query['api-version']));
    const matched = routeOf(request);
    checkSoftDelete(vault, matched.route);
    settleOperations(vault, now);
    const asked = this.#vaultRequest(request, { vault, api, now, host, query, matched });
    const answer = await matched.route.operation(asked);
    this.#service.meter.count(vault.name, now, answer.meter ?? 'operations');
    if (matched.route.changes) await this.#saved();
    return send(reply, answer);
  }

  #vaultRequest(
    request: FastifyRequest,
    about: Pick<VaultRequest, 'vault' | 'api' | 'now'> & {
      readonly matched: MatchedRoute;
      readonly host: string;
      readonly query: Query;
    },
  ): VaultRequest {
    const { vault, api, now, matched, host, query } = about;
    return {
      service: this.#service,
      vault,
      api,
      now,
      baseUrl: `https://${host}`,
      portedUrl: /:\d+$/.test(host) ? `https://${host}` : `https://${host}:443`,
      name: matched.name,
      version: matched.version,
      page: {
        apiVersion: api.name,
        maxResults: first(query.maxresults),
        skipToken: first(query.$skiptoken),
      },
      includePending: first(query.includePending)?.toLowerCase() === 'true',
      body: () =>
        readJsonBody(
          request.headers['content-type'],
          Buffer.isBuffer(request.body) ? request.body : undefined,
        ),
    };
  }
}

function routeOf(request: FastifyRequest): MatchedRoute {
  const matched = ROUTER(request.method, pathParts(request.raw.url ?? '/'));
  if (matched !== undefined) return matched;
  throw new ServiceError(
    404,
    'NotFound',
    'This emulator has nothing under this path; it has /secrets, /keys, /certificates and what is deleted of them.',
  );
}

function checkSoftDelete(vault: Vault, route: Route): void {
  if (vault.softDelete || route.needsSoftDelete === undefined) return;
  throw new ServiceError(
    400,
    'NotSupported',
    `Operation "${route.needsSoftDelete}" is not enabled for this vault.`,
  );
}

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  reply.code(status).headers(headers);
  if (body === undefined) return reply.send();
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** A query parameter; the first one where it is given several times. */
function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

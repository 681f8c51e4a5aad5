import type { FastifyReply, FastifyRequest } from 'fastify';
import { CERTIFICATE_ROUTES } from '../certificates/certificateRoutes.ts';
import { settleOperations } from '../certificates/pending/settleOperations.ts';
import type { EmulatedService } from '../emulatedService.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { VAULT_WORDS } from '../identity/vaultWords.ts';
import { KEY_ROUTES } from '../keys/keyRoutes.ts';
import { checkDataAccess } from '../permissions/dataAccess.ts';
import type { Answer } from '../requests/answer.ts';
import { readApiVersion } from '../requests/apiVersion.ts';
import { bodyOf } from '../requests/jsonBody.ts';
import { pathParts } from '../requests/requestPath.ts';
import { type MatchedRoute, type Route, routerOf } from '../requests/route.ts';
import { vaultNameOfHost } from '../requests/vaultHost.ts';
import type { VaultRequest } from '../requests/vaultRequest.ts';
import { SECRET_ROUTES } from '../secrets/secretRoutes.ts';
import type { Vault } from '../vaults/vault.ts';
import { type CallNote, recorded } from './callNote.ts';
import { type Query, queryParameter } from './queryParameter.ts';
import { sendAnswer } from './sendAnswer.ts';

const ROUTER = routerOf([...SECRET_ROUTES, ...KEY_ROUTES, ...CERTIFICATE_ROUTES]);

/** What a plane of the emulator is told. */
export interface PlaneSetup {
  readonly service: EmulatedService;
  /** Whether requests without a token are served. */
  readonly allowAnonymous: boolean;
  /** Resolves when a change just made is kept; a client hears of a change only then. */
  readonly saved: () => Promise<void>;
}

/** The data plane of all vaults. */
export class DataPlane {
  readonly #setup: PlaneSetup;

  constructor(setup: PlaneSetup) {
    this.#setup = setup;
  }

  /** Answers a request. Throws a ServiceError to refuse it. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const answer = await recorded(this.#setup.service, request, (note) => this.#serve(request, note));
    return sendAnswer(reply, answer);
  }

  /** The order of the checks: token, vault, api-version, method and name, permission, soft delete of the vault, then body and object. */
  async #serve(request: FastifyRequest, note: CallNote): Promise<Answer> {
    const { service, allowAnonymous, saved } = this.#setup;
    const now = service.clock.now();
    const name = vaultNameOfHost(request.headers.host ?? 'localhost');
    note.vault = name;
    if (!allowAnonymous) {
      note.caller = await service.gatekeeper.admit(request.headers.authorization, VAULT_WORDS, now);
    }
    note.operationName = 'Unknown';
    const vault = service.vaults.reachable(name, now);
    const query = request.query as Query;
    const api = readApiVersion(queryParameter(query, 'api-version'));
    const matched = routeOf(request);
    note.operationName = matched.route.audit;
    if (note.caller !== undefined) checkDataAccess(note.caller, vault, matched.route.needs, service.roles);
    checkSoftDelete(vault, matched.route);
    settleOperations(vault, now);
    const answer = await matched.route.operation(
      vaultRequest(request, { service, vault, api, now, matched }),
    );
    service.meter.count(vault.name, now, answer.meter ?? 'operations');
    if (matched.route.changes) await saved();
    return answer;
  }
}

function vaultRequest(
  request: FastifyRequest,
  about: Pick<VaultRequest, 'service' | 'vault' | 'api' | 'now'> & { readonly matched: MatchedRoute },
): VaultRequest {
  const { service, vault, api, now, matched } = about;
  const host = request.headers.host ?? 'localhost';
  const query = request.query as Query;
  return {
    service,
    vault,
    api,
    now,
    baseUrl: `https://${host}`,
    portedUrl: /:\d+$/.test(host) ? `https://${host}` : `https://${host}:443`,
    name: matched.name,
    version: matched.version,
    page: {
      apiVersion: api.name,
      maxResults: queryParameter(query, 'maxresults'),
      skipToken: queryParameter(query, '$skiptoken'),
    },
    includePending: queryParameter(query, 'includePending')?.toLowerCase() === 'true',
    body: () => bodyOf(request),
  };
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

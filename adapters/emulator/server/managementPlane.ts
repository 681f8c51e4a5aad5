import type { FastifyReply, FastifyRequest } from 'fastify';
import { ServiceError } from '../errors/serviceError.ts';
import { armWords } from '../identity/armWords.ts';
import type { PlaneWords } from '../identity/gatekeeper.ts';
import { type ArmApiVersion, readArmApiVersion } from '../management/armApiVersion.ts';
import type { ArmRequest } from '../management/armRequest.ts';
import { type MatchedArmRoute, matchArmRoute } from '../management/armRoute.ts';
import { ARM_ROUTES } from '../management/armRoutes.ts';
import { authorizationFailed, mayManage } from '../permissions/armAccess.ts';
import type { Answer } from '../requests/answer.ts';
import { bodyOf } from '../requests/jsonBody.ts';
import { pathParts } from '../requests/requestPath.ts';
import { groupScope } from '../vaults/vaultScope.ts';
import { type CallNote, recorded } from './callNote.ts';
import type { PlaneSetup } from './dataPlane.ts';
import { type Query, queryParameter } from './queryParameter.ts';
import { sendAnswer } from './sendAnswer.ts';

/** Azure Resource Manager, as far as vaults need it. */
export class ManagementPlane {
  readonly #setup: PlaneSetup;
  readonly #words: PlaneWords;

  constructor(setup: PlaneSetup) {
    this.#setup = setup;
    this.#words = armWords(() => setup.service.addresses.armUrl);
  }

  /** Answers a request. Throws a ServiceError to refuse it. */
  async answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const answer = await recorded(this.#setup.service, request, (note) => this.#serve(request, note));
    return sendAnswer(reply, answer);
  }

  /** The order of the checks: token, path, api-version, permission, then body and resource. */
  async #serve(request: FastifyRequest, note: CallNote): Promise<Answer> {
    const { service, allowAnonymous, saved } = this.#setup;
    const now = service.clock.now();
    if (!allowAnonymous) {
      note.caller = await service.gatekeeper.admit(request.headers.authorization, this.#words, now);
    }
    note.operationName = undefined;
    const parts = pathParts(request.raw.url ?? '/');
    const matched = routeOf(request.method, parts);
    const { route, params } = matched;
    note.operationName = route.audit;
    note.vault = /vaults\/\{name\}/i.test(route.path) ? params.name?.toLowerCase() : undefined;
    const api = apiVersionOf(request, parts);
    const scope = scopeOf(matched);
    if (route.action !== undefined && !mayManage(note.caller, route.action, scope, service.roles)) {
      throw authorizationFailed(note.caller, route.action, scope);
    }
    const answer = await route.operation({
      service,
      now,
      api,
      caller: note.caller,
      baseUrl: `https://${request.headers.host ?? 'localhost'}`,
      params,
      query: (name) => queryParameter(request.query as Query, name),
      body: () => bodyOf(request),
    } satisfies ArmRequest);
    note.operationName = answer.audit ?? route.audit;
    if (request.method !== 'GET' && request.method !== 'HEAD') await saved();
    return answer;
  }
}

function routeOf(method: string, parts: readonly string[]): MatchedArmRoute {
  const matched = matchArmRoute(ARM_ROUTES, method, parts);
  if (matched !== undefined) return matched;
  throw new ServiceError(
    404,
    'InvalidResourceType',
    `The emulated Azure Resource Manager has nothing under ${method} /${parts.join('/')}; it has vaults, deleted vaults, resource groups, role assignments and event subscriptions.`,
  );
}

/**
 * The provider that is named last says which api-versions there are: roles and event subscriptions are beneath vaults,
 * and a provider itself belongs to none.
 */
function apiVersionOf(request: FastifyRequest, parts: readonly string[]): ArmApiVersion {
  const place = parts.findLastIndex((part) => part.toLowerCase() === 'providers') + 1;
  const ofVaults = parts[place]?.toLowerCase() === 'microsoft.keyvault' && place < parts.length - 1;
  return readArmApiVersion(queryParameter(request.query as Query, 'api-version'), ofVaults);
}

/** Where the caller needs a role: at the vault, the group or the subscription that the path names, or at the path's own scope. */
function scopeOf({ route, params }: MatchedArmRoute): string {
  const { scope, subscription = '', group, name } = params;
  if (scope !== undefined) return scope === '' ? '/' : scope;
  if (group === undefined) return `/subscriptions/${subscription}`;
  const within = groupScope(subscription, group);
  return route.path.includes('vaults/{name}')
    ? `${within}/providers/Microsoft.KeyVault/vaults/${name}`
    : within;
}

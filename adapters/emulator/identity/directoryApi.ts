import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { badRequest } from '../errors/badRequest.ts';
import { ServiceError } from '../errors/serviceError.ts';
import { armWords } from './armWords.ts';
import type { Principal } from './principals.ts';

interface Listed {
  readonly Querystring: { readonly $filter?: string };
}

/**
 * The part of Microsoft Graph by which clients find out who a principal is: `az keyvault set-policy --spn`,
 * `az role assignment create --assignee`.
 *
 * | request | answer |
 * | --- | --- |
 * | `GET /v1.0/me` | 400: applications have no such thing |
 * | `GET /v1.0/servicePrincipals[?$filter=]` | the principals; filters by `servicePrincipalNames`, `appId`, `id` with `eq` |
 * | `GET /v1.0/servicePrincipals/{id}` | one of them, by object id |
 * | `GET /v1.0/users`, `/v1.0/groups` | none |
 * | `POST /v1.0/directoryObjects/getByIds {ids}` | the principals with these object ids |
 */
export function registerDirectoryApi(scope: FastifyInstance, service: EmulatedService): void {
  const { principals } = service;
  const admit = (request: FastifyRequest): Promise<unknown> => admitted(service, request);
  scope.get('/v1.0/me', { preHandler: admit }, () => {
    throw new ServiceError(
      400,
      'BadRequest',
      '/me request is only valid with delegated authentication flow.',
    );
  });
  scope.get<Listed>('/v1.0/servicePrincipals', { preHandler: admit }, (request) => {
    const wanted = readFilter(request.query.$filter);
    return { value: principals.all().filter(wanted).map(servicePrincipalJson) };
  });
  scope.get<{ Params: { id: string } }>('/v1.0/servicePrincipals/:id', { preHandler: admit }, (request) => {
    const found = principals.all().find(({ objectId }) => objectId === request.params.id.toLowerCase());
    if (found !== undefined) return servicePrincipalJson(found);
    throw new ServiceError(
      404,
      'Request_ResourceNotFound',
      `Resource '${request.params.id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  });
  for (const empty of ['/v1.0/users', '/v1.0/groups']) {
    scope.get(empty, { preHandler: admit }, () => ({ value: [] }));
  }
  scope.post('/v1.0/directoryObjects/getByIds', { preHandler: admit }, (request) => {
    const ids = readIds(request.body);
    const found = principals.all().filter(({ objectId }) => ids.includes(objectId));
    return {
      value: found.map((each) => ({
        '@odata.type': '#microsoft.graph.servicePrincipal',
        ...servicePrincipalJson(each),
      })),
    };
  });
}

/** The directory takes the tokens that Azure Resource Manager takes: both are at the same address. */
function admitted(
  { gatekeeper, clock, addresses }: EmulatedService,
  request: FastifyRequest,
): Promise<unknown> {
  const words = armWords(() => addresses.armUrl);
  return gatekeeper.admit(request.headers.authorization, words, clock.now());
}

/** What `$filter` lets through. Throws a 400 for a filter that the emulator does not understand. */
function readFilter(filter: string | undefined): (principal: Principal) => boolean {
  if (filter === undefined || filter === '') return () => true;
  const [, field = '', id = ''] =
    /^servicePrincipalNames\/any\((\w+):\1 eq '([^']*)'\)$/i.exec(filter) ??
    /^(appId|id) eq '([^']*)'$/i.exec(filter) ??
    [];
  if (field === '') throw badRequest(`The emulated directory does not understand the filter ${filter}.`);
  const wanted = id.toLowerCase();
  return ({ clientId, objectId }) => (field.toLowerCase() === 'id' ? objectId : clientId) === wanted;
}

function readIds(body: unknown): string[] {
  const text = Buffer.isBuffer(body) ? body.toString('utf8') : '';
  try {
    const { ids }: { ids?: unknown } = JSON.parse(text);
    if (Array.isArray(ids)) return ids.map((id) => String(id).toLowerCase());
  } catch {
    // The refusal below is for this as well.
  }
  throw badRequest('The body must be an object with ids.');
}

function servicePrincipalJson({ clientId, objectId, tenantId }: Principal): object {
  return {
    id: objectId,
    appId: clientId,
    appOwnerOrganizationId: tenantId,
    displayName: clientId,
    servicePrincipalNames: [clientId],
    servicePrincipalType: 'Application',
    accountEnabled: true,
  };
}

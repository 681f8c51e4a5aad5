import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { EmulatedService } from '../emulatedService.ts';
import { readTokenRequest, type TokenRefusal } from './tokenRequest.ts';
import { issuerOf } from './tokens.ts';

/** Where the parts of the identity platform are, for a tenant's name in a path. */
interface TenantPath {
  readonly Params: { readonly tenant: string };
}

/**
 * The part of the Microsoft identity platform that clients need to get tokens from the emulator: the token endpoints of
 * v2.0 and v1.0, and the documents by which clients find them. Any tenant's name will do.
 *
 * | request | answer |
 * | --- | --- |
 * | `POST /{tenant}/oauth2/v2.0/token`, `POST /{tenant}/oauth2/token` | a token for a principal with its secret |
 * | `GET /{tenant}[/v2.0]/.well-known/openid-configuration` | where all this is |
 * | `GET /{tenant}/discovery[/v2.0]/keys` | the keys that tokens are signed with |
 * | `GET /{tenant}/discovery/instance` | that the emulator is an authority of its own |
 *
 * @param saved resolves when a change just made is kept.
 */
export function registerIdentityApi(
  scope: FastifyInstance,
  service: EmulatedService,
  saved: () => Promise<void>,
): void {
  for (const path of ['/:tenant/oauth2/v2.0/token', '/:tenant/oauth2/token']) {
    scope.post<TenantPath>(path, async (request, reply) => {
      const { status, body } = await answerTokenRequest(request, service);
      await saved();
      return reply.code(status).send(body);
    });
  }
  for (const path of [
    '/:tenant/v2.0/.well-known/openid-configuration',
    '/:tenant/.well-known/openid-configuration',
  ]) {
    scope.get<TenantPath>(path, (request) => openIdConfiguration(request));
  }
  for (const path of ['/:tenant/discovery/v2.0/keys', '/:tenant/discovery/keys']) {
    scope.get(path, () => service.tokens.keySet());
  }
  scope.get<TenantPath>('/:tenant/discovery/instance', (request) => instanceDiscovery(request));
}

async function answerTokenRequest(
  request: FastifyRequest,
  service: EmulatedService,
): Promise<{ readonly status: number; readonly body: object }> {
  const { principals, tokens, clock, settings } = service;
  const form = new URLSearchParams(Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '');
  const granted = readTokenRequest(form, request.headers.authorization, principals);
  if ('refused' in granted) return { status: granted.refused.status, body: describe(granted.refused) };
  const { principal, audience } = granted;
  const { tokenSeconds: seconds = settings.tokenSeconds } = principal;
  const now = clock.now();
  const token = await tokens.issue(principal, audience, { now, seconds });
  return {
    status: 200,
    body: {
      token_type: 'Bearer',
      expires_in: seconds,
      ext_expires_in: seconds,
      expires_on: String(now + seconds),
      resource: audience,
      access_token: token,
    },
  };
}

/** A refusal as the identity platform writes it. */
function describe({ error, number, message }: TokenRefusal): object {
  const id = randomUUID();
  return {
    error,
    error_description: `AADSTS${number}: ${message} Trace ID: ${id}`,
    error_codes: [number],
    trace_id: id,
    correlation_id: id,
  };
}

function openIdConfiguration(request: FastifyRequest<TenantPath>): object {
  const base = `https://${request.headers.host ?? 'localhost'}/${request.params.tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'token'],
    scopes_supported: ['openid'],
    issuer: issuerOf(request.params.tenant),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    tenant_region_scope: null,
    cloud_instance_name: request.headers.host ?? 'localhost',
  };
}

function instanceDiscovery(request: FastifyRequest<TenantPath>): object {
  const host = request.headers.host ?? 'localhost';
  return {
    tenant_discovery_endpoint: `https://${host}/${request.params.tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}

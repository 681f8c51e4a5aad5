import type { JsonObject } from '../../../model/json.ts';
import type { Principal, Principals } from '../../../model/principal.ts';
import { cachedToken, type IssuedToken } from '../../rest/token/cachedToken.ts';
import { fixedToken, NO_TOKEN, type TokenSource } from '../../rest/token/tokenSource.ts';
import { TargetTrouble } from '../../targetTrouble.ts';
import type { ControlApi } from '../controlApi.ts';
import { EMULATOR_HOME } from '../emulatorHome.ts';
import { type Credentials, endingAt, type TokenEndpoint } from './tokenEndpoint.ts';

/** What registering callers takes. */
export interface Registration {
  readonly api: ControlApi;
  readonly endpoint: TokenEndpoint;
  /** Target time, Unix seconds. */
  now(): number;
}

/** Callers that a target knows. */
export interface RegisteredPrincipals {
  /** What each sends to be let in. */
  readonly tokens: ReadonlyMap<string, TokenSource>;
  /** What each sends to the management plane; none for those whose tokens are bad on purpose. */
  readonly managementTokens: ReadonlyMap<string, TokenSource>;
  /** The access policies that a new vault must have for them, by their names. */
  readonly accessPolicies: ReadonlyMap<string, JsonObject>;
  /** Takes them back. */
  remove(): Promise<void>;
}

/** A caller that a target knows. */
export interface Registered extends Credentials {
  readonly objectId: string;
}

const VAULTS = 'https://vault.azure.net';

/** What tokens for the management plane are for; a vault takes none of them. */
export const MANAGEMENT = 'https://management.azure.com';

/** Three parts like a JWT, which no authority has signed. */
const FORGED = 'e30.e30.c2lnbmF0dXJl';

/**
 * Makes callers known to a target, with their roles.
 * @throws TargetTrouble when the target does not take them
 */
export async function registerPrincipals(
  principals: Principals,
  registration: Registration,
): Promise<RegisteredPrincipals> {
  const { api } = registration;
  const tokens = new Map<string, TokenSource>();
  const managementTokens = new Map<string, TokenSource>();
  const accessPolicies = new Map<string, JsonObject>();
  const clientIds: string[] = [];
  for (const [name, principal] of Object.entries(principals)) {
    const registered = await register(api, principal);
    clientIds.push(registered.clientId);
    tokens.set(name, tokensOf(name, principal, registered, registration));
    if (!principal.token) managementTokens.set(name, managementToken(name, registered, registration));
    const { policy } = principal;
    if (policy) accessPolicies.set(name, { objectId: registered.objectId, permissions: { ...policy } });
  }
  return {
    tokens,
    managementTokens,
    accessPolicies,
    async remove() {
      for (const id of clientIds) {
        await api.call({ method: 'DELETE', path: `/emulator/principals/${id}`, mayBeGone: true });
      }
    },
  };
}

/** Makes a caller known to a target. Throws TargetTrouble when it does not take it. */
export async function register(
  api: ControlApi,
  { roles = [], group, token }: Principal,
): Promise<Registered> {
  const place =
    group === undefined
      ? {}
      : { scope: `/subscriptions/${EMULATOR_HOME.subscription}/resourceGroups/${group}` };
  const body = {
    roles: roles.map((role) => ({ role, ...place })),
    ...(token === 'expired' && { tokenSeconds: 0 }),
  };
  const made = (await api.call({ method: 'POST', path: '/emulator/principals', body })) ?? {};
  const { clientId, clientSecret, objectId } = made as Partial<Record<keyof Registered, unknown>>;
  if (typeof clientId === 'string' && typeof clientSecret === 'string' && typeof objectId === 'string') {
    return { clientId, clientSecret, objectId };
  }
  throw new TargetTrouble('refused', 'POST /emulator/principals: answered no principal');
}

function tokensOf(
  name: string,
  { token }: Principal,
  credentials: Credentials,
  { endpoint, now }: Registration,
): TokenSource {
  const what = `the token of ${name}`;
  if (token === 'missing') return NO_TOKEN;
  if (token === 'forged') return fixedToken(FORGED, what);
  const audience = token === 'other-audience' ? MANAGEMENT : VAULTS;
  const ask = async (): Promise<IssuedToken> =>
    endingAt(await endpoint.ask({ ...credentials, audience }), now());
  return token === undefined ? cachedToken(what, ask, now) : withoutRenewal(cachedToken(what, ask, now));
}

function managementToken(
  name: string,
  credentials: Credentials,
  { endpoint, now }: Registration,
): TokenSource {
  const ask = async (): Promise<IssuedToken> =>
    endingAt(await endpoint.ask({ ...credentials, audience: MANAGEMENT }), now());
  return cachedToken(`the token of ${name} for the management plane`, ask, now);
}

/** A token that is refused for what it is: asking for another brings nothing. */
function withoutRenewal(tokens: TokenSource): TokenSource {
  return { ...tokens, renew: async () => undefined };
}

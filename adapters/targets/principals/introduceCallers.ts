import type { Address } from '../../rest/address.ts';
import type { TokenSource } from '../../rest/token/tokenSource.ts';
import { fixedToken } from '../../rest/token/tokenSource.ts';
import { portOf } from '../baseUrl.ts';
import type { Connection } from '../connection.ts';
import type { ControlApi } from '../controlApi.ts';
import type { ControlledClock } from '../controlledClock.ts';
import { authorityOf } from './authorityOf.ts';
import { ADMINISTRATOR, HARNESS_PRINCIPALS } from './harnessPrincipals.ts';
import { type RegisteredPrincipals, registerPrincipals } from './registerPrincipals.ts';
import { tokenEndpoint } from './tokenEndpoint.ts';

/** What introducing callers takes. */
export interface Introduction {
  readonly connection: Connection;
  readonly api: ControlApi;
  readonly url: URL;
  readonly clock: ControlledClock;
  /** Where the tokens of callers are put. */
  readonly callers: Map<string, TokenSource>;
}

/**
 * Makes the callers of a run known to an emulator that checks tokens; one that takes any token knows nobody, and the
 * answer is undefined.
 */
export async function introduceCallers(
  introduction: Introduction,
): Promise<RegisteredPrincipals | undefined> {
  const { connection, api, url, clock, callers } = introduction;
  const authority = await authorityOf(connection.transport, url.origin);
  if (authority === undefined) return undefined;
  const address: Address = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(new URL(authority)),
  };
  const transport = connection.to(address);
  const registered = await registerPrincipals(HARNESS_PRINCIPALS, {
    api,
    endpoint: tokenEndpoint(authority, transport),
    now: clock.now,
  });
  for (const [name, tokens] of registered.tokens) callers.set(name, tokens);
  return {
    ...registered,
    async remove() {
      // An emulator that is gone has nobody to forget.
      await registered.remove().catch(() => {});
      await transport.close();
    },
  };
}

/** An emulator that checks tokens knows who makes the calls that name no caller; another takes any token. */
export function administratorOf(callers: ReadonlyMap<string, TokenSource>): TokenSource {
  const tokens = (): TokenSource => callers.get(ADMINISTRATOR) ?? ANY_TOKEN;
  return {
    what: 'the token of the administrator',
    token: () => tokens().token(),
    renew: (refused, challenge) => tokens().renew(refused, challenge),
  };
}

const ANY_TOKEN: TokenSource = fixedToken('any', 'any token');

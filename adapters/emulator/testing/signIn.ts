import { DEFAULT_TENANT } from '../identity/defaultIds.ts';
import type { Principal } from '../identity/principals.ts';
import type { EmulatorUnderTest, Reply } from './emulatorUnderTest.ts';

/** What vaults want tokens for. */
export const VAULT_SCOPE = 'https://vault.azure.net/.default';

/** What Azure Resource Manager wants tokens for. */
export const ARM_SCOPE = 'https://management.azure.com/.default';

/** Asks the emulator for a token with a form. */
export function askForToken(
  emulator: EmulatorUnderTest,
  form: Readonly<Record<string, string>>,
): Promise<Reply> {
  return emulator.arm('POST', `/${DEFAULT_TENANT}/oauth2/v2.0/token?api-version=none`, {
    body: new URLSearchParams(form).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: undefined },
  });
}

/** The header with a principal's token. */
export async function signIn(
  emulator: EmulatorUnderTest,
  { clientId, clientSecret }: Principal,
  scope: string,
): Promise<{ readonly authorization: string }> {
  const { body } = await askForToken(emulator, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope,
  });
  return { authorization: `Bearer ${(body as { access_token: string }).access_token}` };
}

/** Makes a principal that may do nothing. */
export async function newPrincipal(emulator: EmulatorUnderTest): Promise<Principal> {
  return (await emulator.call('POST', '/emulator/principals')).body as Principal;
}

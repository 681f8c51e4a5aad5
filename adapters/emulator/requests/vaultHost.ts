/** The vault that answers where the host names none. */
export const DEFAULT_VAULT = 'default';

const VAULT_HOST = /^([^.]+)\.(?:vault\.azure\.net|vault\.localhost|localhost)\.?$/;

/**
 * The name of the vault that a `Host` header means: the first label of NAME.vault.azure.net, NAME.vault.localhost or
 * NAME.localhost, with any port; every other host means the vault `default`.
 */
export function vaultNameOfHost(host: string): string {
  const name = host.replace(/:\d*$/, '').toLowerCase();
  return VAULT_HOST.exec(name)?.[1] ?? DEFAULT_VAULT;
}

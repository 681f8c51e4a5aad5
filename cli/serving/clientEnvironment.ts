import type { RunningEmulator } from '../../adapters/emulator/startEmulator.ts';
import { DEFAULT_SUBSCRIPTION } from '../../adapters/emulator/vaults/subscriptions.ts';

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, string>>;

/**
 * The variables by which clients find a served emulator: those of `@azure/identity` and its siblings to sign in, those of
 * Node.js, OpenSSL, Go and Python to trust its certificate, and `EMULATOR_*` for addresses that no variable of Azure's
 * has.
 * @param caFile where the certificate to trust is.
 */
export function clientEnvironment(emulator: RunningEmulator, caFile: string): Environment {
  const { url, armUrl, principal } = emulator;
  return {
    AZURE_TENANT_ID: principal.tenantId,
    AZURE_CLIENT_ID: principal.clientId,
    AZURE_CLIENT_SECRET: principal.clientSecret,
    AZURE_AUTHORITY_HOST: armUrl,
    AZURE_SUBSCRIPTION_ID: DEFAULT_SUBSCRIPTION,
    EMULATOR_URL: url,
    EMULATOR_ARM_URL: armUrl,
    EMULATOR_SUBSCRIPTION_ID: DEFAULT_SUBSCRIPTION,
    NODE_EXTRA_CA_CERTS: caFile,
    REQUESTS_CA_BUNDLE: caFile,
    SSL_CERT_FILE: caFile,
  };
}

/** Lines that set the variables in a POSIX shell. */
export function exportLines(environment: Environment): string {
  return Object.entries(environment)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');
}

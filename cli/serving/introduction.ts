import type { RunningEmulator } from '../../adapters/emulator/startEmulator.ts';
import { type Environment, exportLines } from './clientEnvironment.ts';

/** What there is to say of a served emulator besides its addresses. */
export interface Served {
  readonly emulator: RunningEmulator;
  readonly environment: Environment;
  /** Certificate to trust, PEM. */
  readonly caFile: string;
  /** Where the same environment is written. */
  readonly envFile: string | undefined;
  readonly tokens: 'any' | 'checked';
  readonly settle: 'none' | 'real';
  readonly persist: string | undefined;
  readonly frozen: boolean;
}

/** What somebody who has just started an emulator needs to know: where everything is, and what clients must be told. */
export function introduction(served: Served): string {
  const { emulator, environment, envFile } = served;
  const { url, armUrl, principal } = emulator;
  const rows: readonly (readonly [string, string])[] = [
    ['vaults', `${url} (vault "default"), others at ${emulator.vaultUrlPattern}`],
    ['Resource Manager', armUrl],
    ['token endpoint', `${armUrl}/${principal.tenantId}/oauth2/v2.0/token`],
    ['tokens taken', served.tokens === 'any' ? 'any that is not empty' : "the token endpoint's own"],
    ['certificate', `${served.caFile} (new at every start)`],
    ['clock', `${url}/emulator/clock, ${served.frozen ? 'frozen' : 'runs with real time'}`],
    ['deletions', served.settle === 'none' ? 'take effect at once' : 'take their time'],
    ['state', served.persist ?? 'in memory; gone when it stops (see --persist)'],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    'The embedded emulator is ready; Ctrl-C stops it.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    `Environment of clients${envFile === undefined ? '' : `, also in ${envFile}`}:`,
    '',
    ...exportLines(environment)
      .trimEnd()
      .split('\n')
      .map((line) => `  ${line}`),
    '',
    'A first secret, and a week that passes:',
    '',
    ...examples(served).map((line) => `  ${line}`),
    '',
    '',
  ].join('\n');
}

function examples({ emulator: { url, armUrl, principal }, caFile, tokens }: Served): string[] {
  const curl = `curl --cacert ${caFile}`;
  const token =
    tokens === 'any'
      ? ['TOKEN=any']
      : [
          `TOKEN=$(${curl} -s -d grant_type=client_credentials -d "client_id=$AZURE_CLIENT_ID" \\`,
          '  --data-urlencode "client_secret=$AZURE_CLIENT_SECRET" -d scope=https://vault.azure.net/.default \\',
          `  ${armUrl}/${principal.tenantId}/oauth2/v2.0/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')`,
        ];
  return [
    ...token,
    `${curl} -X PUT -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\`,
    `  -d '{"value":"s3cret"}' '${url}/secrets/my-secret?api-version=7.4'`,
    `${curl} -X POST -H 'Content-Type: application/json' -d '{"advance": 604800}' ${url}/emulator/clock`,
  ];
}

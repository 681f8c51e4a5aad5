import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningEmulator, startEmulator } from '../startEmulator.ts';
import { DEFAULT_SUBSCRIPTION } from '../vaults/subscriptions.ts';

const run = promisify(execFile);

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Programs have to be compiled before they run, and az starts anew for each of its eighty commands. */
const LONG = 900_000;

/** A client that plays a round; none of them fetches anything, so what it needs must be there before. */
interface Client {
  readonly name: string;
  /** What to do to have it here. */
  readonly wanted: string;
  /** A command that fails where the client cannot run; undefined where it was not asked for. */
  readonly probe: readonly string[] | undefined;
  /** What the round prints at its end. */
  play(): Promise<string>;
}

const PYTHON = process.env.EMULATOR_CLIENTS_PYTHON ?? 'python3';
const AZ = process.env.EMULATOR_CLIENTS_AZ;
const PACKAGES =
  'azure.identity, azure.keyvault.certificates, azure.keyvault.keys, azure.keyvault.secrets, azure.mgmt.keyvault';

const CLIENTS: readonly Client[] = [
  {
    name: 'Azure SDK for Python',
    wanted:
      'pip install -r adapters/emulator/clients/python/requirements.txt; EMULATOR_CLIENTS_PYTHON may name the Python that has it',
    probe: [PYTHON, '-c', `import ${PACKAGES}`],
    play: () => output(PYTHON, ['round.py'], 'python'),
  },
  {
    name: 'Azure SDK for Go',
    wanted: 'go, and `go mod download` in adapters/emulator/clients/go',
    probe: ['go', 'list', '-deps', '.'],
    play: async () => {
      const program = join(folder, 'round');
      await output('go', ['build', '-o', program, '.'], 'go');
      return output(program, [], 'go');
    },
  },
  {
    name: 'Azure CLI',
    wanted:
      'pip install -r adapters/emulator/clients/azure-cli/requirements.txt and EMULATOR_CLIENTS_AZ set to its az: its round takes a minute',
    probe: AZ === undefined ? undefined : [AZ, 'version'],
    play: () => output('python3', ['round.py'], 'azure-cli'),
  },
];

let emulator: RunningEmulator;
let folder: string;
let environment: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  emulator = await startEmulator({ tokens: 'checked' });
  folder = await mkdtemp(join(tmpdir(), 'emulator-clients-'));
  const certificate = join(folder, 'ca.pem');
  await writeFile(certificate, emulator.caPem);
  const { tenantId, clientId, clientSecret } = emulator.principal;
  environment = {
    EMULATOR_URL: emulator.url,
    EMULATOR_ARM_URL: emulator.armUrl,
    EMULATOR_SUBSCRIPTION_ID: DEFAULT_SUBSCRIPTION,
    AZURE_TENANT_ID: tenantId,
    AZURE_CLIENT_ID: clientId,
    AZURE_CLIENT_SECRET: clientSecret,
    AZURE_AUTHORITY_HOST: emulator.armUrl,
    REQUESTS_CA_BUNDLE: certificate,
    SSL_CERT_FILE: certificate,
  };
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

/** Runs a program of a client to its end; it fails with what the program wrote. Modules that are not here stay away. */
async function output(program: string, args: readonly string[], client: string): Promise<string> {
  const env = { ...process.env, ...environment, GOPROXY: 'off', PYTHONDONTWRITEBYTECODE: '1' };
  const { stdout } = await run(program, [...args], { cwd: join(FOLDER, client), env, timeout: LONG });
  return stdout;
}

/** Why a client cannot run here; undefined when it can. */
async function obstacle({ probe, wanted }: Client): Promise<string | undefined> {
  const [program, ...args] = probe ?? [];
  if (program === undefined) return `not asked for; it needs ${wanted}`;
  try {
    await output(program, args, program === 'go' ? 'go' : '.');
    return undefined;
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    const reason = text.trim().split('\n').at(-1) || (error instanceof Error ? error.message : String(error));
    return `it needs ${wanted} (${reason})`;
  }
}

describe('a round of clients', () => {
  for (const client of CLIENTS) {
    it(`should work with the ${client.name}`, { timeout: LONG }, async ({ skip }) => {
      const reason = await obstacle(client);
      if (reason !== undefined) {
        console.warn(`The round with the ${client.name} is not run here: ${reason}`);
        skip(reason);
      }
      expect(await client.play()).toContain(`The round with the ${client.name} worked.`);
    });
  }
});

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

/** A Python that has the packages of python/requirements.txt. */
const PYTHON = process.env.EMULATOR_CLIENTS_PYTHON ?? 'python3';

/** Programs have to be compiled, and their packages fetched, before they run. */
const LONG = 300_000;

/** Why a program cannot run here; undefined when it can. */
async function obstacle(command: string, args: readonly string[], cwd?: string): Promise<string | undefined> {
  try {
    await run(command, [...args], { cwd, timeout: LONG });
    return undefined;
  } catch (error) {
    const text = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    return text.trim().split('\n').at(-1) || String(error);
  }
}

const PACKAGES =
  'azure.identity, azure.keyvault.certificates, azure.keyvault.keys, azure.keyvault.secrets, azure.mgmt.keyvault';
const noPython = await obstacle(PYTHON, ['-c', `import ${PACKAGES}`]);
const noGo = await obstacle('go', ['build', '-o', '/dev/null', '.'], join(FOLDER, 'go'));

for (const [name, reason] of [
  [`${PYTHON} with python/requirements.txt; EMULATOR_CLIENTS_PYTHON may name another one`, noPython],
  ['go with the modules of go/go.mod', noGo],
] as const) {
  if (reason !== undefined)
    console.warn(`A round of clients is not run here, for want of ${name}: ${reason}`);
}

let emulator: RunningEmulator;
let folder: string;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  emulator = await startEmulator({ tokens: 'checked' });
  folder = await mkdtemp(join(tmpdir(), 'emulator-clients-'));
  const certificate = join(folder, 'ca.pem');
  await writeFile(certificate, emulator.caPem);
  const { tenantId, clientId, clientSecret } = emulator.principal;
  environment = {
    ...process.env,
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

describe('a round of clients', () => {
  it.runIf(noPython === undefined)(
    'should work with the Azure SDK for Python',
    { timeout: LONG },
    async () => {
      const { stdout } = await run(PYTHON, ['round.py'], { cwd: join(FOLDER, 'python'), env: environment });
      expect(stdout).toContain('The round with the Azure SDK for Python worked.');
    },
  );

  it.runIf(noGo === undefined)('should work with the Azure SDK for Go', { timeout: LONG }, async () => {
    const { stdout } = await run('go', ['run', '.'], { cwd: join(FOLDER, 'go'), env: environment });
    expect(stdout).toContain('The round with the Azure SDK for Go worked.');
  });
});

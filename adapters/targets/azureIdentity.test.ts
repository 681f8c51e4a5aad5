import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../emulator/startEmulator.ts';

const PRESET = new URL('./azure.ts', import.meta.url).href;
const OBJECT = '00000000-0000-0000-0000-0000000000aa';
// What an access policy calls `all` leaves purging out.
const ALL = ['all', 'purge'];
const EVERYTHING = { secrets: ALL, keys: ALL, certificates: ALL };

/** A program of its own, because what a process trusts is settled when it starts. */
function program(options: object): string {
  return `
    const { azure } = await import(${JSON.stringify(PRESET)});
    const adapter = await azure.open(${JSON.stringify(options)});
    const { vault, namePrefix } = await adapter.openVault({ softDelete: true, retentionDays: 90, purgeProtection: false });
    const key = { kind: 'key', vault, name: namePrefix + 'a' };
    const calls = [{ op: 'create', input: { kty: 'EC', crv: 'P-256' } }, { op: 'delete' }, { op: 'purge' }];
    const seen = [];
    for (const call of calls) seen.push((await adapter.execute({ ...call, ...key })).answer.status);
    await adapter.close();
    console.log(JSON.stringify(seen));
  `;
}

describe('a real vault, with what the environment says of its caller', () => {
  it.each(['rest', 'sdk'])(
    'should let DefaultAzureCredential in, unchanged, over %s',
    async (client) => {
      const emulator = await startEmulator({
        tokens: 'checked',
        principals: [{ clientId: OBJECT, objectId: OBJECT, clientSecret: 'of a test' }],
        vaults: [{ name: 'team-vault', accessPolicies: [{ objectId: OBJECT, permissions: EVERYTHING }] }],
      });
      onTestFinished(() => emulator.close());
      const folder = mkdtempSync(join(tmpdir(), 'keyvault-conformance-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const ca = join(folder, 'ca.pem');
      writeFileSync(ca, emulator.caPem);
      const options = { vault: 'team-vault', connect: `127.0.0.1:${emulator.port}`, ca, client };
      const env = {
        PATH: process.env.PATH,
        AZURE_TENANT_ID: emulator.principal.tenantId,
        AZURE_CLIENT_ID: OBJECT,
        AZURE_CLIENT_SECRET: 'of a test',
        AZURE_AUTHORITY_HOST: emulator.armUrl,
        NODE_EXTRA_CA_CERTS: ca,
      };
      const run = ['--input-type=module', '-e', program(options)];
      const { stdout } = await promisify(execFile)(process.execPath, run, { env, timeout: 25_000 });
      expect(JSON.parse(stdout)).toEqual([200, 200, 204]);
    },
    30_000,
  );
});

import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Divergence, SequenceRow, TargetSummary } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import type { RunSummary } from '../fold/runSummary.ts';
import { PURGED_EARLY, SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { divergingLog, sampleHeader } from '../testing/sampleLog.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { curlScript } from './curlScript.ts';

const { target } = sampleHeader();

async function scriptOf(
  divergence: Divergence,
  about: TargetSummary = target,
  samples: ReadonlyMap<string, string> = new Map(),
): Promise<string> {
  const summary: RunSummary = { ...(await foldLog(divergingLog())), target: about };
  return curlScript({ ...divergence, cause: 'any', n: 1 }, summary, 'some.sh', samples);
}

/** A `curl` that appends its arguments and what it is sent to a file, each ended by a NUL, and answers 200. */
const PRINTING_CURL = `#!/usr/bin/env bash
for argument in "$@"; do printf '%s\\0' "$argument"; done >> "$RECORD"
if [[ " $* " == *' --data-binary @- '* ]]; then cat >> "$RECORD"; fi
printf '\\0' >> "$RECORD"
printf '{}\\n200'
`;

/** Runs a script with a curl that prints; answers what curl was given, and what the script printed. */
function runOnStub(script: string): {
  readonly record: string;
  readonly printed: string;
  readonly status: number | null;
} {
  const folder = temporaryFolder();
  const record = join(folder, 'record');
  writeFileSync(record, '');
  writeFileSync(join(folder, 'curl'), PRINTING_CURL);
  chmodSync(join(folder, 'curl'), 0o755);
  writeFileSync(join(folder, 'some.sh'), script);
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    RECORD: record,
    VAULT_URL: 'https://v',
    NAME_SUFFIX: '',
  };
  const { stdout, stderr, status } = spawnSync('bash', [join(folder, 'some.sh')], { env, encoding: 'utf8' });
  const recorded = spawnSync('cat', [record], { encoding: 'utf8' }).stdout;
  return { record: recorded, printed: stdout + stderr, status };
}

/** A row whose every text is the one given. */
function rowOf(value: string): SequenceRow {
  return {
    at: 0,
    call: value,
    answer: value,
    state: value,
    request: {
      method: 'PUT',
      url: `https://v/secrets/${encodeURIComponent(value)}`,
      headers: { 'x-text': value, [value]: value },
      body: { value },
    },
  };
}

describe('curlScript', { timeout: 30_000 }, () => {
  it('should give curl exactly the recorded request and run nothing else, for any text', async () => {
    const unit = fc.oneof(fc.constantFrom(...'\'"\\$`!\n#;&|()'), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), async (raw) => {
        const value = raw.toWellFormed();
        const divergence: Divergence = {
          ...SET_ON_DELETED,
          operation: value,
          state: value,
          signature: value,
          remark: value,
          expected: [{ answer: value, rules: [value], when: value }],
          observed: { answer: value },
          sequence: [rowOf(value)],
        };
        const about = { ...target, name: value, url: value, version: value };
        const { record, printed, status } = runOnStub(await scriptOf(divergence, about));
        expect(status, printed).toBe(0);
        expect(printed).not.toMatch(/some\.sh: line|command not found/);
        const received = record.split('\0');
        expect(received).toContain(`https://v/secrets/${encodeURIComponent(value)}`);
        expect(received).toContain(`x-text: ${value.replace(/[\r\n]+/g, ' ').replaceAll('\0', '')}`);
        expect(received).toContain(JSON.stringify({ value }));
      }),
      { numRuns: 25 },
    );
  });

  it('should begin with comments alone, however long the texts are', async () => {
    const long = 'rm -rf $HOME '.repeat(40);
    const script = await scriptOf({ ...SET_ON_DELETED, remark: long, state: long });
    const head = script.slice(0, script.indexOf('set -euo')).trimEnd().split('\n');
    expect(head.length).toBeGreaterThan(15);
    for (const line of head) expect(line).toMatch(/^#/);
  });

  it('should say how to reach a vault whose host name is not the target', async () => {
    expect(await scriptOf(SET_ON_DELETED, { ...target, url: 'https://127.0.0.1:9443' })).toContain(
      "# Use: VAULT_URL=https://vault-1.localhost:8443 TOKEN=... CURL_OPTIONS='--insecure --connect-to",
    );
    const own = { ...target, url: 'https://vault-1.localhost:8443' };
    expect(await scriptOf(SET_ON_DELETED, own)).toContain(
      '# Use: VAULT_URL=https://vault-1.localhost:8443 TOKEN=... bash some.sh',
    );
  });

  it('should never hold a token', async () => {
    const [row] = SET_ON_DELETED.sequence;
    const request = {
      method: 'GET',
      url: 'https://v/secrets',
      headers: { Authorization: 'Bearer real', cookie: 'real' },
    };
    const script = await scriptOf({
      ...SET_ON_DELETED,
      sequence: [{ at: 0, call: row?.call ?? '', request }],
    });
    expect(script).not.toContain('real');
    expect(script).toContain('"$TOKEN"');
  });

  it("should move time on by the target's own request, and wait where the run waited", async () => {
    const early = runOnStub(await scriptOf(PURGED_EARLY)).record.split('\0');
    expect(early).toContain('https://localhost:8443/management/vault/time/all?seconds=604799');
    const waited = runOnStub(await scriptOf(SET_ON_DELETED)).record.split('\0');
    expect(waited).toContain('https://localhost:8443/management/vault/time/all?seconds=300');
    const advance = { method: 'POST', url: '/clock', body: { advance: '{seconds}', freeze: true } };
    const own = runOnStub(await scriptOf(PURGED_EARLY, { ...target, advance })).record.split('\0');
    expect(own).toContain('https://v/clock');
    expect(own).toContain('{"advance":604799,"freeze":true}');
    const asText = { method: 'POST', url: '/clock', body: '{"advance": {seconds}}' };
    const sent = runOnStub(await scriptOf(PURGED_EARLY, { ...target, advance: asText })).record.split('\0');
    expect(sent).toContain('{"advance": 604799}');
  });

  it('should ask to be filled in where nothing is known to move time on', async () => {
    const { advance: _, ...clockless } = target;
    const { printed, status } = runOnStub(await scriptOf(PURGED_EARLY, clockless));
    expect(status).toBe(3);
    expect(printed).toContain(
      'Fill in advance_clock in this script: time must move on by 604799 seconds here.',
    );
  });

  it('should ask for the token of each caller that the run named', async () => {
    const sequence = SET_ON_DELETED.sequence.map((row, i) => ({
      ...row,
      ...(i === 1 && { principal: 'the deleter' }),
    }));
    const script = await scriptOf({ ...SET_ON_DELETED, sequence });
    const { printed, status } = runOnStub(script);
    expect(status).not.toBe(0);
    expect(printed).toContain('TOKEN_THE_DELETER: Set it to a token of the caller the deleter');
    expect(runOnStub(script.replace('set -euo', 'TOKEN_THE_DELETER=\nset -euo')).status).toBe(0);
  });

  it('should say what it needs when no vault is named', async () => {
    const { stderr, status } = spawnSync('bash', ['-c', await scriptOf(SET_ON_DELETED)], {
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('VAULT_URL: Set it to the base URL of the vault');
  });
});

/** A server that answers by path and keeps what it was asked. */
async function startServer(): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url} ${await text(request)} ${request.headers.authorization}`);
    const base = `http://${request.headers.host}`;
    const replies: { readonly [start: string]: object } = {
      'PUT /secrets': { value: 'x', id: `${base}/secrets/s1/newversion0123456789` },
      'GET /secrets?': { value: [], nextLink: `${base}/secrets?api-version=7.4&$skiptoken=NEW+TOKEN` },
      'POST /secrets/s1/backup': { value: 'newblob-newblob' },
      'PUT /keys/k1': { key: { kid: `${base}/keys/k1/newversion0123456789`, kty: 'EC' } },
      'POST /keys/k1/newversion0123456789/sign': { kid: base, value: 'new-signature' },
    };
    const reply = Object.entries(replies).find(([start]) =>
      `${request.method} ${request.url}`.startsWith(start),
    );
    const json = JSON.stringify(reply?.[1] ?? {}).replaceAll('&', '\\u0026');
    response.setHeader('content-type', 'application/json').end(json);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

/** The rows of a sequence in which later calls send what earlier replies gave. */
const HANDING_ON: readonly SequenceRow[] = [
  {
    ...rowOf('x'),
    request: { method: 'PUT', url: 'https://v/secrets/s1', body: { value: 'x' } },
    reply: { status: 200, headers: {}, body: { id: 'https://v/secrets/s1/oldversion0123456789' } },
  },
  {
    at: 0,
    call: 'GetSecret',
    request: { method: 'GET', url: 'https://v/secrets/s1/oldversion0123456789?a=1' },
  },
  {
    at: 0,
    call: 'ListSecrets',
    request: { method: 'GET', url: 'https://v/secrets?api-version=7.4' },
    reply: {
      status: 200,
      headers: {},
      body: { nextLink: 'https://v/secrets?api-version=7.4&$skiptoken=OLD' },
    },
  },
  {
    at: 0,
    call: 'ListSecrets',
    request: { method: 'GET', url: 'https://v/secrets?api-version=7.4&$skiptoken=OLD' },
  },
  {
    at: 0,
    call: 'BackupSecret',
    request: { method: 'POST', url: 'https://v/secrets/s1/backup' },
    reply: { status: 200, headers: {}, body: { value: 'oldblob-oldblob' } },
  },
  {
    at: 0,
    call: 'RestoreSecret',
    request: { method: 'POST', url: 'https://v/secrets/restore', body: { value: 'oldblob-oldblob' } },
  },
];

/** A key that is imported, signs and verifies, as a log keeps it. */
const SIGNING: readonly SequenceRow[] = [
  {
    at: 0,
    call: 'ImportKey',
    request: { method: 'PUT', url: 'https://v/keys/k1', body: { key: { kty: 'EC', d: '<value:00c0ffee>' } } },
    reply: { status: 200, headers: {}, body: { key: { kid: 'https://v/keys/k1/oldversion0123456789' } } },
  },
  {
    at: 0,
    call: 'Sign',
    request: { method: 'POST', url: 'https://v/keys/k1/oldversion0123456789/sign', body: { alg: 'ES256' } },
    reply: { status: 200, headers: {}, body: { value: '<value:01234567>' } },
  },
  {
    at: 0,
    call: 'Verify',
    request: {
      method: 'POST',
      url: 'https://v/keys/k1/oldversion0123456789/verify',
      body: { alg: 'ES256', value: '<value:01234567>', digest: '<value:76543210>' },
    },
  },
];

/** Runs a script with the real curl against a server; answers what it was asked. */
async function askedBy(
  script: string,
  server: Awaited<ReturnType<typeof startServer>>,
): Promise<readonly string[]> {
  const env = { PATH: process.env.PATH, VAULT_URL: `${server.url}/`, TOKEN: 't', NAME_SUFFIX: '' };
  const child = spawn('bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [errors] = await Promise.all([text(child.stderr), text(child.stdout)]);
  expect(errors).toBe('');
  return server.asked;
}

describe('the script under the real curl', { timeout: 30_000 }, () => {
  it('should hand on versions, continuations and backups that the target gives anew', async () => {
    const server = await startServer();
    const script = await scriptOf({ ...SET_ON_DELETED, sequence: HANDING_ON });
    const env = { PATH: process.env.PATH, VAULT_URL: `${server.url}/`, TOKEN: 'my "token"', NAME_SUFFIX: '' };
    const child = spawn('bash', ['-c', script], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [printed, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect(errors).toBe('');
    expect(printed).toContain('HTTP 200 {"value":"x"');
    expect(server.asked).toEqual([
      'PUT /secrets/s1 {"value":"x"} Bearer my "token"',
      'GET /secrets/s1/newversion0123456789?a=1  Bearer my "token"',
      'GET /secrets?api-version=7.4  Bearer my "token"',
      'GET /secrets?api-version=7.4&$skiptoken=NEW+TOKEN  Bearer my "token"',
      'POST /secrets/s1/backup  Bearer my "token"',
      'POST /secrets/restore {"value":"newblob-newblob"} Bearer my "token"',
    ]);
  });

  it('should hand on the version of a key and what it signed, and send the samples that a log has tokens for', async () => {
    const server = await startServer();
    const samples = new Map([['<value:00c0ffee>', 'sample']]);
    const script = await scriptOf({ ...SET_ON_DELETED, sequence: SIGNING }, target, samples);
    expect(await askedBy(script, server)).toEqual([
      'PUT /keys/k1 {"key":{"kty":"EC","d":"sample"}} Bearer t',
      'POST /keys/k1/newversion0123456789/sign {"alg":"ES256"} Bearer t',
      'POST /keys/k1/newversion0123456789/verify {"alg":"ES256","value":"new-signature","digest":"<value:76543210>"} Bearer t',
    ]);
  });
});

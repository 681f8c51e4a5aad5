import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { SequenceRow } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { divergingLog } from '../testing/sampleLog.ts';
import { curlScript } from './curlScript.ts';

/** The script of a sequence. */
async function scriptOf(
  sequence: readonly SequenceRow[],
  samples = new Map<string, string>(),
): Promise<string> {
  const divergence = { ...SET_ON_DELETED, sequence, cause: 'any', n: 1 };
  return curlScript(divergence, await foldLog(divergingLog()), 'some.sh', samples);
}

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
    at: 0,
    call: 'SetSecret',
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
    const script = await scriptOf(HANDING_ON);
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
    const script = await scriptOf(SIGNING, samples);
    expect(await askedBy(script, server)).toEqual([
      'PUT /keys/k1 {"key":{"kty":"EC","d":"sample"}} Bearer t',
      'POST /keys/k1/newversion0123456789/sign {"alg":"ES256"} Bearer t',
      'POST /keys/k1/newversion0123456789/verify {"alg":"ES256","value":"new-signature","digest":"<value:76543210>"} Bearer t',
    ]);
  });
});

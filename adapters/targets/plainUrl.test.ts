import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { TokenMode } from '../emulator/identity/gatekeeper.ts';
import { type RunningEmulator, startEmulator } from '../emulator/startEmulator.ts';
import { type LocalServer, startHttp, startTcp } from '../rest/testing/localServer.ts';
import { plainUrl } from './plainUrl.ts';
import type { TargetOptions } from './targetOptions.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function emulator(tokens: TokenMode = 'any'): Promise<RunningEmulator> {
  const running = await startEmulator({ tokens });
  closing.push(running);
  return running;
}

async function caFile(pem: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ca-'));
  closing.push({ close: () => rm(folder, { recursive: true }) });
  const file = join(folder, 'ca.pem');
  writeFileSync(file, pem);
  return file;
}

async function trouble(options: TargetOptions): Promise<string> {
  const failed = await plainUrl.open({ environment: {}, ...options }).catch((error: unknown) => error);
  return failed instanceof Error && 'kind' in failed ? `${failed.kind}: ${failed.message}` : 'none';
}

const WITH_TOKEN = { environment: { KEYVAULT_CONFORMANCE_TOKEN: 'geheim' } };

describe('a target at a URL', () => {
  it('should be asked with the token and the authority given', async () => {
    const { url, caPem } = await emulator();
    const adapter = await plainUrl.open({ url, ca: await caFile(caPem), ...WITH_TOKEN });
    closing.unshift(adapter);
    const { vault, settings, shared } = await adapter.openVault({
      softDelete: true,
      retentionDays: 7,
      purgeProtection: false,
    });
    expect([settings, shared, adapter.clock]).toEqual([undefined, true, undefined]);
    const exchange = await adapter.execute({
      op: 'set',
      kind: 'secret',
      vault,
      name: 'a',
      input: { value: 'x' },
    });
    expect(exchange.answer).toMatchObject({ status: 200, oddities: [] });
    expect(JSON.stringify(exchange)).not.toContain('geheim');
  });

  it('should be told another host, and reached at another address', async () => {
    const { port } = await emulator();
    const adapter = await plainUrl.open({
      url: 'https://elsewhere.example/',
      connect: `127.0.0.1:${port}`,
      host: 'default.vault.azure.net',
      insecure: true,
      ...WITH_TOKEN,
    });
    closing.unshift(adapter);
    const { vault } = await adapter.openVault({ softDelete: true, retentionDays: 7, purgeProtection: false });
    const { answer, request } = await adapter.execute({
      op: 'set',
      kind: 'secret',
      vault,
      name: 'a',
      input: { value: 'x' },
    });
    expect(answer).toMatchObject({ status: 200, oddities: [] });
    expect(request.headers?.host).toBe('default.vault.azure.net');
  });

  it('should say that its certificate is not accepted', async () => {
    const { url } = await emulator();
    expect(await trouble({ url })).toMatch(/^certificate: .*--ca FILE/);
  });

  it('should be shown a token of the right form where none was given, for targets that look no closer', async () => {
    const seen: string[] = [];
    const vault = await startHttp(({ headers }, response) => {
      seen.push(String(headers.authorization));
      response.setHeader('content-type', 'application/json');
      response.end('{"value":[],"nextLink":null}');
    });
    closing.push(vault);
    expect(await trouble({ url: vault.origin })).toBe('none');
    const claims = decodeJwt((seen[0] ?? '').replace('Bearer ', ''));
    expect(claims).toMatchObject({ aud: 'https://vault.azure.net', oid: expect.any(String) });
    expect(claims.exp).toBeGreaterThan(Date.now() / 1000);
    expect(new Set(seen).size).toBe(1);
  });

  it('should say that it wants another token than one that nobody signed', async () => {
    const { url } = await emulator('checked');
    expect(await trouble({ url, insecure: true })).toMatch(
      /^authentication: .* refuses a token made up for the run, which nobody signed: 401/,
    );
  });

  it('should say that it is down, hangs, or speaks otherwise', async () => {
    const silent = await startTcp(() => {});
    const page = await startHttp((_request, response) => response.end('<html>router</html>'));
    const confused = await startHttp((_request, response) => {
      response.writeHead(400).end('Client sent an HTTP request to an HTTPS server.\n');
    });
    const down = await startTcp(() => {});
    await down.close();
    closing.push(silent, page, confused);
    const at = ({ origin }: LocalServer): TargetOptions => ({ url: origin, timeoutMs: 300 });
    expect(await trouble(at(down))).toMatch(/^unreachable: .*no connection/);
    expect(await trouble(at(silent))).toMatch(/^unreachable: .*no whole reply within 0.3 s/);
    expect(await trouble(at(page))).toMatch(/^unreachable: .*HTML or XML.*Is this a vault's address/);
    expect(await trouble(at(confused))).toMatch(/^usage: .*write https:/);
  });

  it.each<[string, TargetOptions, RegExp]>([
    ['no URL', {}, /needs a URL/],
    ['no URL at all', { url: 'localhost:8443' }, /is not the URL of a target/],
    ['another scheme', { url: 'ftp://host' }, /is not the URL of a target/],
    ['a password', { url: 'https://me:geheim@host' }, /no user and no password/],
    ['a query', { url: 'https://host?api-version=7.4' }, /no query/],
    ['an address without a port', { url: 'https://host', connect: 'host' }, /HOST:PORT/],
    [
      'a file that is not there',
      { url: 'https://host', ca: '/nowhere/ca.pem' },
      /\/nowhere\/ca\.pem cannot be read/,
    ],
    [
      'a file that is no certificate',
      { url: 'https://host', ca: import.meta.filename },
      /no certificate in PEM form/,
    ],
    ['a token over plain HTTP', { url: 'http://vault.example', ...WITH_TOKEN }, /over https only/],
  ])('should refuse %s with what to do, and show no secret', async (_what, options, message) => {
    const said = await trouble(options);
    expect(said).toMatch(/^usage: /);
    expect(said).toMatch(message);
    expect(said).not.toContain('geheim');
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import type { Adapter } from '../adapter.ts';
import {
  answerJson,
  type LocalServer,
  type ReceivedRequest,
  secretBundle,
  startHttps,
} from '../rest/testing/localServer.ts';
import { lowkeyVault } from './lowkeyVault.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** What the harness leans on of that emulator: the management of vaults, and dates that it keeps. */
async function standIn(): Promise<LocalServer & { requests: ReceivedRequest[] }> {
  const requests: ReceivedRequest[] = [];
  let kept = 0;
  const server = await startHttps((request, response) => {
    requests.push(request);
    if (request.url.startsWith('/management/vault/time')) return void response.writeHead(204).end();
    if (request.url.startsWith('/management/')) return answerJson(response, 200, {});
    if (request.method === 'PUT') kept = JSON.parse(request.body).attributes.exp;
    const bundle = secretBundle(request.headers.host ?? '', 'a', 'x');
    answerJson(response, 200, { ...bundle, attributes: { ...(bundle.attributes as object), exp: kept } });
  });
  return { ...server, requests };
}

/** A token of the user's is for the service itself: the environment must not matter here. */
const environment = { KEYVAULT_CONFORMANCE_TOKEN: 'geheim' };

async function open(server: LocalServer): Promise<Adapter> {
  const adapter = await lowkeyVault.open({ url: server.origin, environment });
  closing.push(adapter, server);
  return adapter;
}

const PLAIN = { softDelete: true, retentionDays: 90, purgeProtection: false };
const set = (vault: string, exp: number): Command => ({
  op: 'set',
  kind: 'secret',
  vault,
  name: 'a',
  input: { value: 'x', exp },
});

describe('the target lowkey-vault', () => {
  it.each([
    [PLAIN, 'Recoverable+Purgeable', 90],
    [{ ...PLAIN, purgeProtection: true }, 'Recoverable', 90],
    [{ ...PLAIN, retentionDays: 7 }, 'CustomizedRecoverable+Purgeable', 7],
    [{ ...PLAIN, retentionDays: 89, purgeProtection: true }, 'CustomizedRecoverable', 89],
    [{ ...PLAIN, softDelete: false }, 'Purgeable', null],
  ])('should make a vault with the settings %j', async (wanted, recoveryLevel, recoverableDays) => {
    const server = await standIn();
    const adapter = await lowkeyVault.open({ url: server.origin, version: '7.3.74' });
    closing.push(adapter, server);
    expect(adapter.summary.version).toBe('7.3.74');
    const { vault, settings, shared } = await adapter.openVault(wanted);
    expect([settings, shared]).toEqual([wanted, false]);
    const made = server.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(made?.body ?? '')).toEqual({
      baseUri: `https://${vault}.localhost:${server.port}`,
      recoveryLevel,
      recoverableDays,
    });
  });

  it('should ask a vault by its own authority, whose ids it then has', async () => {
    const server = await standIn();
    const adapter = await open(server);
    const { vault } = await adapter.openVault(PLAIN);
    const { answer } = await adapter.execute(set(vault, 2_000_000_000));
    expect(answer).toMatchObject({ status: 200, oddities: [] });
    expect(server.requests.at(-1)?.headers.host).toBe(`${vault}.localhost:${server.port}`);
    expect(server.requests.at(-1)?.headers.authorization).toBe('Bearer any');
  });

  it('should put dates into target time once time has been moved on, for each vault on its own', async () => {
    const server = await standIn();
    const adapter = await open(server);
    const [moved, still] = [await adapter.openVault(PLAIN), await adapter.openVault(PLAIN)];
    await adapter.clock?.advance(86_400, moved.vault);
    expect(server.requests.at(-1)).toMatchObject({
      method: 'PUT',
      url: `/management/vault/time?baseUri=${encodeURIComponent(`https://${moved.vault}.localhost:${server.port}`)}&seconds=86400`,
    });
    const ahead = await adapter.execute(set(moved.vault, 2_000_000_000));
    expect(JSON.parse(server.requests.at(-1)?.body ?? '').attributes.exp).toBe(2_000_000_000 - 86_400);
    expect(ahead.answer).toMatchObject({
      object: { fields: { exp: 2_000_000_000, created: 1_700_086_400 } },
    });
    expect(ahead.command).toMatchObject({ input: { exp: 2_000_000_000 } });
    expect(ahead.window.from - Date.now() / 1000).toBeGreaterThan(86_390);
    const now = await adapter.execute(set(still.vault, 2_000_000_000));
    expect(now.answer).toMatchObject({ object: { fields: { exp: 2_000_000_000, created: 1_700_000_000 } } });
    expect(now.window.from - Date.now() / 1000).toBeLessThan(10);
    expect((await adapter.clock?.now(moved.vault)) ?? 0).toBeGreaterThan(Date.now() / 1000 + 86_390);
  });

  it('should move on further than one call can', async () => {
    const server = await standIn();
    const adapter = await open(server);
    const { vault } = await adapter.openVault(PLAIN);
    await adapter.clock?.advance(2 ** 31 + 9, vault);
    const steps = server.requests.flatMap(({ url }) => /seconds=(\d+)/.exec(url)?.[1] ?? []);
    expect(steps).toEqual(['2147483647', '10']);
  });

  it('should give its vaults back', async () => {
    const server = await standIn();
    closing.push(server);
    const adapter = await lowkeyVault.open({ url: server.origin, environment: {} });
    const { vault } = await adapter.openVault(PLAIN);
    await adapter.close();
    const at = `baseUri=${encodeURIComponent(`https://${vault}.localhost:${server.port}`)}`;
    expect(server.requests.slice(-2).map(({ method, url }) => `${method} ${url}`)).toEqual([
      `DELETE /management/vault?${at}`,
      `DELETE /management/vault/purge?${at}`,
    ]);
  });

  it('should say that it is not what it was taken for', async () => {
    const other = await startHttps((_request, response) => answerJson(response, 404, { error: 'no' }));
    closing.push(other);
    await expect(lowkeyVault.open({ url: other.origin })).rejects.toThrow(
      /GET .*\/management\/vault: answered 404 .*Is this the target that was named\?/,
    );
  });
});

import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import type { Adapter } from '../adapter.ts';
import {
  answerJson,
  type LocalServer,
  secretBundle,
  startHttp,
  startHttps,
} from '../rest/testing/localServer.ts';
import { calvinchengx } from './calvinchengx.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

/** What the harness leans on of that emulator: checked tokens, a clock, one switch for purge protection. */
interface StandIn extends LocalServer {
  /** The instant it has, the offset that is set, and whether it stands still. */
  readonly clock: { now: number; frozen: boolean };
  /** Each call to a vault: host, and how the switch stood. */
  readonly calls: string[];
  protection: boolean;
}

async function standIn(): Promise<StandIn> {
  const issuer = await freeOrigin();
  const keys = createRemoteJWKSet(new URL(`${issuer}/t/discovery/v2.0/keys`), { cooldownDuration: 0 });
  const state = { clock: { now: 5_000_000_000, frozen: false }, calls: [] as string[], protection: false };
  const server = await startHttps(async (request, response) => {
    if (request.url.startsWith('/_emulator/')) {
      control(state, request.url, JSON.parse(request.body || '{}'));
      return answerJson(response, 200, state.clock);
    }
    const token = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const checks = {
      issuer: `${issuer}/t/v2.0`,
      audience: 'https://vault.azure.net',
      currentDate: new Date(state.clock.now * 1000),
    };
    const accepted = token !== '' && (await jwtVerify(token, keys, checks).catch(() => undefined));
    if (!accepted) {
      response.setHeader(
        'www-authenticate',
        `Bearer authorization="${issuer}/t", resource="https://vault.azure.net"`,
      );
      return answerJson(response, 401, { error: { code: 'Unauthorized', message: 'AKV10000' } });
    }
    const host = request.headers.host ?? '';
    state.calls.push(`${host} ${state.protection}`);
    return answerJson(response, 200, secretBundle(host, 'a', 'x'));
  });
  return Object.assign(state, server);
}

function control(
  state: { clock: StandIn['clock']; protection: boolean },
  url: string,
  body: Record<string, unknown>,
): void {
  if (url === '/_emulator/purge-protection') state.protection = body.enabled === true;
  if (typeof body.offset === 'number') state.clock.now = 1_000_000_000 + body.offset;
  if (typeof body.advance === 'number') state.clock.now += body.advance;
  if (typeof body.freeze === 'boolean') state.clock.frozen = body.freeze;
}

/** An address where nobody listens yet. */
async function freeOrigin(): Promise<string> {
  const server = await startHttp(() => {});
  await server.close();
  return server.origin;
}

async function open(server: StandIn): Promise<Adapter> {
  const adapter = await calvinchengx.open({ url: server.origin, environment: {} });
  closing.push(adapter, server);
  return adapter;
}

const set = (vault: string): Command => ({
  op: 'set',
  kind: 'secret',
  vault,
  name: 'a',
  input: { value: 'x' },
});
const SETTINGS = { softDelete: true, retentionDays: 7, purgeProtection: false };

describe('the target calvinchengx', () => {
  it('should serve keys where the emulator looks for them, and sign tokens at its time, also after it went on', async () => {
    const server = await standIn();
    const adapter = await open(server);
    expect(server.clock).toEqual({ now: 1_000_000_000, frozen: true });
    const { vault } = await adapter.openVault(SETTINGS);
    const first = await adapter.execute(set(vault));
    expect(first.answer).toMatchObject({ status: 200, oddities: [] });
    expect(first.window).toEqual({ from: 1_000_000_000, to: 1_000_000_000 });
    await adapter.clock?.advance(90 * 86_400, vault);
    const later = await adapter.execute(set(vault));
    expect(later.answer).toMatchObject({ status: 200 });
    expect(later.window.from).toBe(1_000_000_000 + 90 * 86_400);
    expect(later.retries).toEqual([]);
  });

  it('should set the one switch as each vault wants it, whatever order calls come in', async () => {
    const server = await standIn();
    const adapter = await open(server);
    const [open1, closed] = [
      await adapter.openVault(SETTINGS),
      await adapter.openVault({ ...SETTINGS, purgeProtection: true }),
    ];
    expect(closed.settings).toEqual({ softDelete: true, retentionDays: 90, purgeProtection: true });
    server.calls.length = 0;
    const vaults = [open1, closed, open1, open1, closed].map(({ vault }) => vault);
    await Promise.all(vaults.map((vault) => adapter.execute(set(vault))));
    expect(server.calls.sort()).toEqual(
      vaults.map((vault) => `${vault}.vault.azure.net ${vault === closed.vault}`).sort(),
    );
  });

  it('should leave the emulator as it found it', async () => {
    const server = await standIn();
    closing.push(server);
    const adapter = await calvinchengx.open({ url: server.origin, environment: {} });
    const { vault } = await adapter.openVault({ ...SETTINGS, purgeProtection: true });
    await adapter.execute(set(vault));
    await adapter.clock?.advance(1000, vault);
    await adapter.close();
    expect([server.protection, server.clock.now]).toEqual([false, 1_000_000_000]);
    const again = await calvinchengx.open({ url: server.origin, environment: {} });
    closing.unshift(again);
  });

  it('should say how to start it when nobody answers', async () => {
    const server = await startHttps(() => {});
    await server.close();
    const trouble = await calvinchengx.open({ url: server.origin }).catch((error: unknown) => error);
    expect(trouble).toMatchObject({ kind: 'unreachable' });
    expect(String(trouble)).toContain('KV_ENTRA_ISSUER=http://127.0.0.1:9500/t/v2.0');
  });

  it('should say that it is not what it was taken for, or that it trusts somebody else', async () => {
    const other = await startHttp((_request, response) => answerJson(response, 200, {}));
    const foreign = await startHttp((_request, response) => {
      response.setHeader('www-authenticate', 'Bearer authorization="https://login.microsoftonline.com/t"');
      answerJson(response, 401, {});
    });
    closing.push(other, foreign);
    await expect(calvinchengx.open({ url: other.origin })).rejects.toThrow(/Is this calvinchengx\?/);
    await expect(calvinchengx.open({ url: foreign.origin })).rejects.toThrow(/keys the harness cannot serve/);
  });

  it('should say that the port for the keys is taken', async () => {
    const server = await standIn();
    await open(server);
    await expect(calvinchengx.open({ url: server.origin })).rejects.toThrow(
      /is the port taken by another run\?/,
    );
  });
});

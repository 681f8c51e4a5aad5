import { afterEach, describe, expect, it } from 'vitest';
import { answerJson, type ReceivedRequest, secretBundle, startHttp } from '../rest/testing/localServer.ts';
import { miniblue } from './miniblue.ts';
import { pacorreia } from './pacorreia.ts';
import { TARGETS, targetNamed } from './targets.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function recording(): Promise<{ origin: string; requests: ReceivedRequest[] }> {
  const requests: ReceivedRequest[] = [];
  const server = await startHttp((request, response) => {
    requests.push(request);
    if (request.url === '/health') answerJson(response, 200, { version: '0.8.0' });
    else if (request.method === 'GET') answerJson(response, 200, { value: [] });
    else answerJson(response, 200, secretBundle('somewhere', 'a', 'x'));
  });
  closing.push(server);
  return { origin: server.origin, requests };
}

const SETTINGS = { softDelete: true, retentionDays: 7, purgeProtection: true };

describe('the targets', () => {
  it('should each have a name of its own, and say how they are started and what they cannot do', () => {
    expect(new Set(TARGETS.map(({ id }) => id)).size).toBe(TARGETS.length);
    for (const { id, what, start, url, missing } of TARGETS) {
      expect(what, id).not.toBe('');
      if (url !== undefined) expect(start.length, id).toBeGreaterThan(0);
      if (id !== 'embedded') expect(Object.keys(missing).length, id).toBeGreaterThan(0);
    }
  });

  it('should be found by name, and a URL be one of its own', () => {
    expect(targetNamed('lowkey-vault').id).toBe('lowkey-vault');
    expect(targetNamed('https://localhost:8443').id).toBe('url');
  });

  it('should name those there are when a name is unknown', () => {
    expect(() => targetNamed('lowkey')).toThrow(
      'there is no target "lowkey": it is one of embedded, azure, lowkey-vault, calvinchengx, pacorreia, miniblue, url, or a URL',
    );
  });
});

describe('targets without identity', () => {
  it('should not be judged with a library that sends no body before it is asked for a token', async () => {
    for (const preset of [pacorreia, miniblue]) {
      await expect(preset.open({ client: 'sdk' })).rejects.toThrow(/Judge it over REST/);
    }
  });

  it('should be one vault for all at pacorreia', async () => {
    const { origin, requests } = await recording();
    const adapter = await pacorreia.open({ url: origin, environment: {} });
    closing.unshift(adapter);
    const first = await adapter.openVault(SETTINGS);
    expect(await adapter.openVault(SETTINGS)).toEqual(first);
    expect(first).toMatchObject({ shared: true, settings: { retentionDays: 90, purgeProtection: false } });
    await adapter.execute({
      op: 'set',
      kind: 'secret',
      vault: first.vault,
      name: 'a',
      input: { value: 'x' },
    });
    expect(requests.at(-1)?.url).toBe('/secrets/a?api-version=7.4');
  });

  it('should be a new vault each time at miniblue, under a path of its own', async () => {
    const { origin, requests } = await recording();
    const adapter = await miniblue.open({ url: origin, environment: {} });
    closing.unshift(adapter);
    expect(adapter.summary.version).toBe('0.8.0');
    const [first, second] = [await adapter.openVault(SETTINGS), await adapter.openVault(SETTINGS)];
    expect(second.vault).not.toBe(first.vault);
    expect(first.shared).toBe(false);
    await adapter.execute({
      op: 'set',
      kind: 'secret',
      vault: first.vault,
      name: 'a',
      input: { value: 'x' },
    });
    expect(requests.at(-1)?.url).toBe(`/keyvault/${first.vault}/secrets/a?api-version=7.4`);
  });
});

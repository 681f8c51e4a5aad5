import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import { type RunningEmulator, startEmulator } from '../emulator/startEmulator.ts';
import type { Call, Caller, VaultPlace } from '../rest/caller.ts';
import {
  answerJson,
  type LocalServer,
  secretBundle,
  startHttp,
  startHttps,
} from '../rest/testing/localServer.ts';
import { fixedToken, NO_TOKEN, type TokenSource } from '../rest/token/tokenSource.ts';
import { createTransport } from '../rest/transport.ts';
import { createSdkCaller } from './sdkCaller.ts';

const HOST = 'default.vault.azure.net';
const PLACE: VaultPlace = { base: `https://${HOST}`, idHost: HOST };

type Op = Command['op'];
const about = (op: Op, name: string, more: object = {}): Command =>
  ({ op, kind: 'secret', vault: 'v', name, ...more }) as Command;

function callerTo(
  server: { port: number; caPem: string },
  tokens: TokenSource = fixedToken('good', 'a token'),
): Caller {
  const connect = { host: '127.0.0.1', port: server.port };
  const transport = createTransport({ connect, ca: server.caPem, timeoutMs: 1000 });
  return createSdkCaller({ transport, tokens, apiVersion: '7.4' });
}

function wire(call: Call | undefined): string {
  if (!call) return 'nothing';
  return `${call.request.method} ${'status' in call.answer ? call.answer.status : call.answer.lost}`;
}

describe('the SDK, against the embedded emulator', () => {
  let emulator: RunningEmulator;
  let caller: Caller;
  const call = (command: Command): Promise<Call> => caller.call(command, PLACE);

  beforeAll(async () => {
    emulator = await startEmulator();
    caller = callerTo(emulator);
  });

  afterAll(async () => {
    await caller.close();
    await emulator.close();
  });

  it('should set with everything that a caller may say, and show the wire without the secret', async () => {
    const input = {
      value: 'hunter2',
      contentType: 'text/plain',
      enabled: false,
      nbf: 1_800_000_000,
      exp: 1_900_000_000,
      tags: { a: 'b' },
    };
    const set = await call(about('set', 'full', { input }));
    expect(set.answer).toMatchObject({ status: 200, object: { name: 'full', fields: input } });
    expect(set.request.body).toMatchObject({
      contentType: 'text/plain',
      attributes: { enabled: false, nbf: 1_800_000_000 },
    });
    expect(JSON.stringify([set.request, set.reply, set.client])).not.toContain('hunter2');
    expect(set.client).toMatchObject({
      library: '@azure/keyvault-secrets',
      outcome: expect.stringMatching(/^setSecret: full, version \w+/),
    });
  });

  it('should show what the poller looked at after a deletion', async () => {
    await call(about('set', 'gone', { input: { value: 'x' } }));
    const deleted = await call(about('delete', 'gone'));
    expect([wire(deleted), deleted.after?.map(wire)]).toEqual(['DELETE 200', ['GET 200']]);
    expect(deleted.after?.[0]?.command).toMatchObject({ op: 'getDeleted', name: 'gone' });
    expect(deleted.client?.outcome).toBe('beginDeleteSecret: the poller is done');
  });

  it('should show that it looks at the live name before it asks to recover', async () => {
    await call(about('set', 'back', { input: { value: 'x' } }));
    await call(about('delete', 'back'));
    const recovered = await call(about('recover', 'back'));
    expect([recovered.before?.map(wire), wire(recovered), recovered.after?.map(wire)]).toEqual([
      ['GET 404'],
      'POST 200',
      ['GET 200'],
    ]);
    expect(recovered.before?.[0]?.command).toMatchObject({ op: 'get', name: 'back' });
  });

  it('should ask over REST what it leaves out: to recover what is live', async () => {
    await call(about('set', 'live', { input: { value: 'x' } }));
    const recovered = await call(about('recover', 'live'));
    expect([recovered.before?.map(wire), wire(recovered)]).toEqual([['GET 200'], 'POST 404']);
    expect(recovered.client?.outcome).toMatch(/^sent over REST instead: it ended without sending this/);
  });

  it('should tell the typed error of a refusal', async () => {
    const got = await call(about('get', 'never'));
    expect(got.answer).toMatchObject({ status: 404, refusal: { code: 'SecretNotFound' } });
    expect(got.client?.outcome).toBe('RestError 404 SecretNotFound thrown');
  });

  it('should back up and restore', async () => {
    await call(about('set', 'kept', { input: { value: 'x' } }));
    const backup = await call(about('backup', 'kept'));
    const blob = 'blob' in backup.answer ? backup.answer.blob : undefined;
    await call(about('delete', 'kept'));
    await call(about('purge', 'kept'));
    const restored = await call({ op: 'restore', kind: 'secret', vault: 'v', blob: blob ?? '' });
    expect(wire(restored)).toBe('POST 200');
    expect(restored.client?.outcome).toMatch(/^restoreSecretBackup: kept/);
    expect(JSON.stringify([backup.reply, restored.request])).not.toContain(blob);
  });

  it('should list page by page, each page one call', async () => {
    for (const name of ['p1', 'p2', 'p3']) await call(about('set', name, { input: { value: 'x' } }));
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const page = await call({
        op: 'list',
        kind: 'secret',
        vault: 'v',
        ...(next ? { next } : { maxResults: 2 }),
      });
      if (!('page' in page.answer)) throw new Error('no page');
      seen.push(...(page.answer.page?.items.map(({ name }) => name) ?? []));
      next = page.answer.page?.next;
    } while (next);
    expect(seen).toEqual(expect.arrayContaining(['p1', 'p2', 'p3']));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each<[string, Command, string]>([
    ['no api-version', about('get', 'full', { apiVersion: null }), 'it always sends an api-version'],
    [
      'an unknown api-version',
      about('get', 'full', { apiVersion: '1.0' }),
      'it does not know the api-version 1.0',
    ],
    [
      'a body that is not JSON',
      about('set', 'full', { input: {}, broken: 'not-json' }),
      'it always sends a whole body',
    ],
    ['no value', about('set', 'full', { input: { enabled: true } }), 'it always sends a value'],
    [
      'a mistyped field',
      about('set', 'full', { input: { value: 'x', enabled: 'no' } }),
      'it cannot send enabled as "no"',
    ],
    ['a version to delete', about('delete', 'full', { version: 'abc' }), 'it deletes all versions at once'],
    [
      'what is no backup',
      { op: 'restore', kind: 'secret', vault: 'v', blob: '!' },
      'it restores only what a backup can be',
    ],
  ])('should send over REST what it has no words for: %s', async (_what, command, why) => {
    const sent = await call(command);
    expect(sent.client?.outcome).toBe(`sent over REST instead: ${why}`);
    expect(sent.answer).toHaveProperty('status');
  });
});

describe('the SDK, against targets that misbehave', () => {
  const closing: { close(): Promise<void> }[] = [];

  afterEach(async () => {
    for (const one of closing.splice(0)) await one.close();
  });

  const CHALLENGE = 'Bearer authorization="https://login.example/t", resource="https://vault.azure.net"';

  /** A vault that challenges, and answers what the handler writes once it is given a token. */
  async function challenging(handler: Parameters<typeof startHttps>[0]): Promise<LocalServer> {
    return startHttps((request, response) => {
      if (request.headers.authorization === 'Bearer good') return handler(request, response);
      response.setHeader('www-authenticate', CHALLENGE);
      answerJson(response, 401, { error: { code: 'Unauthorized', message: 'no token' } });
    });
  }

  async function call(server: LocalServer, command: Command, tokens?: TokenSource): Promise<Call> {
    const caller = callerTo(server, tokens);
    closing.push(caller, server);
    return caller.call(command, PLACE);
  }

  it.each([
    ['hangs', 'timeout'],
    ['answers a page', 'unreadable'],
    ['answers 500', 'server-error'],
    ['redirects', 'redirect'],
    ['breaks off', 'reset'],
  ])('should lose a call to one that %s, once', async (what, lost) => {
    let calls = 0;
    const server = await challenging((_request, response) => {
      calls++;
      if (what === 'answers a page') response.end('<html>');
      if (what === 'answers 500') answerJson(response, 500, {});
      if (what === 'redirects') response.writeHead(307, { location: 'https://elsewhere.example/' }).end();
      if (what === 'breaks off') response.destroy();
    });
    const { answer } = await call(server, about('set', 'a', { input: { value: 'x' } }));
    expect(answer).toMatchObject({ lost });
    expect(calls).toBe(1);
  });

  it('should wait for one that throttles, and list it', async () => {
    let calls = 0;
    const server = await challenging((_request, response) => {
      if (calls++ === 0) response.writeHead(429, { 'retry-after': '1' }).end();
      else answerJson(response, 200, secretBundle(HOST, 'a', 'x'));
    });
    const { answer, retries } = await call(server, about('get', 'a'));
    expect(answer).toMatchObject({ status: 200 });
    expect(retries).toEqual(['answered 429; tried again after 1 s']);
  });

  it('should renew a token that is refused', async () => {
    const server = await challenging((_request, response) =>
      answerJson(response, 200, secretBundle(HOST, 'a', 'x')),
    );
    let token = 'stale';
    const tokens: TokenSource = {
      what: 'a token',
      token: async () => token,
      renew: async () => {
        token = 'good';
        return token;
      },
    };
    const caller = callerTo(server, tokens);
    closing.push(caller, server);
    expect((await caller.call(about('get', 'a'), PLACE)).answer).toMatchObject({ status: 200 });
  });

  it('should call a refusal to the end trouble with identity', async () => {
    const server = await challenging(() => {});
    const bad = call(server, about('get', 'a'), fixedToken('bad', 'the token of a test'));
    await expect(bad).rejects.toMatchObject({ kind: 'authentication' });
    await expect(bad).rejects.not.toThrow(/bad/);
    const none = call(server, about('get', 'a'), NO_TOKEN);
    await expect(none).rejects.toMatchObject({ kind: 'authentication' });
  });

  it('should say that one without identity cannot be judged so', async () => {
    const server = await startHttp((_request, response) =>
      answerJson(response, 400, { error: { code: 'BadParameter' } }),
    );
    const caller = createSdkCaller({ transport: createTransport(), tokens: NO_TOKEN, apiVersion: '7.4' });
    closing.push(caller, server);
    const set = caller.call(about('set', 'a', { input: { value: 'x' } }), { base: server.origin });
    await expect(set).rejects.toThrow(/lets calls in without a token.*Judge this target over REST/);
  });

  it('should say that tokens go over https only', async () => {
    const server = await startHttp((_request, response) => {
      const challenge = 'Bearer authorization="https://login.example/t", resource="https://vault.azure.net"';
      response.setHeader('www-authenticate', challenge);
      answerJson(response, 401, { error: { code: 'Unauthorized' } });
    });
    const tokens = fixedToken('good', 'a token');
    const caller = createSdkCaller({ transport: createTransport(), tokens, apiVersion: '7.4' });
    closing.push(caller, server);
    const got = caller.call(about('get', 'a'), { base: server.origin });
    await expect(got).rejects.toThrow(
      /keyvault-secrets sends one over https only\. Judge this target over REST/,
    );
  });

  it('should say that nobody answers, also where the library swallows it', async () => {
    const server = await challenging(() => {});
    await server.close();
    const caller = callerTo(server);
    closing.push(caller);
    await expect(caller.call(about('recover', 'a'), PLACE)).rejects.toMatchObject({ kind: 'unreachable' });
  });
});

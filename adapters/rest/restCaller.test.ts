import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import type { Call } from './caller.ts';
import { createRestCaller } from './restCaller.ts';
import { answerJson, type LocalServer, secretBundle, startHttp } from './testing/localServer.ts';
import { fixedToken, NO_TOKEN, type TokenSource } from './token/tokenSource.ts';
import { createTransport } from './transport.ts';

type Handler = Parameters<typeof startHttp>[0];

const SET: Command = { op: 'set', kind: 'secret', vault: 'v', name: 'a', input: { value: 'hunter2' } };
const GET: Command = { op: 'get', kind: 'secret', vault: 'v', name: 'a' };
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function call(handler: Handler, command: Command = GET, tokens: TokenSource = NO_TOKEN): Promise<Call> {
  const server = await startHttp(handler);
  const caller = createRestCaller({
    transport: createTransport({ timeoutMs: 500 }),
    tokens,
    apiVersion: '7.4',
  });
  closing.push(caller, server);
  return caller.call(command, place(server));
}

function place(server: LocalServer): { base: string; idHost: string } {
  return { base: server.origin, idHost: 'v.vault.azure.net' };
}

describe('a call over REST', () => {
  it('should answer what the service answered, and keep no secret in what is logged', async () => {
    const { answer, request, reply } = await call((received, response) => {
      answerJson(response, 200, secretBundle('v.vault.azure.net', 'a', JSON.parse(received.body).value));
    }, SET);
    expect(answer).toMatchObject({ status: 200, object: { name: 'a', fields: { value: 'hunter2' } } });
    expect(JSON.stringify([request, reply])).not.toContain('hunter2');
    expect(reply?.body).toMatchObject({ value: expect.stringMatching(/^<value:[0-9a-f]{8}>$/) });
  });

  it('should keep only the headers that say something', async () => {
    const { reply } = await call((_received, response) => {
      response.setHeader('set-cookie', 'session=1');
      response.setHeader('x-ms-keyvault-service-version', '1.9');
      answerJson(response, 200, secretBundle('v.vault.azure.net', 'a', 'x'));
    });
    expect(Object.keys(reply?.headers ?? {}).sort()).toEqual([
      'content-type',
      'date',
      'x-ms-keyvault-service-version',
    ]);
  });

  it('should answer a refusal with its codes', async () => {
    const error = { code: 'Conflict', message: 'no', innererror: { code: 'ObjectIsDeletedButRecoverable' } };
    const { answer } = await call((_received, response) => answerJson(response, 409, { error }), SET);
    expect(answer).toMatchObject({
      status: 409,
      refusal: { code: 'Conflict', inner: 'ObjectIsDeletedButRecoverable' },
    });
  });

  it('should answer a refusal that is a page with no code, and cut our secret out of it', async () => {
    const { answer, reply } = await call((received, response) => {
      response.writeHead(400, { 'content-type': 'text/html' });
      response.end(`<h1>Bad request: ${received.body}</h1>`);
    }, SET);
    expect(answer).toMatchObject({ status: 400, refusal: {} });
    expect(reply?.body).toContain('<h1>');
    expect(reply?.body).not.toContain('hunter2');
  });

  it.each([
    ['a page', '<html>welcome</html>', 'HTML or XML, not JSON'],
    ['broken JSON', '{"value": "hunter2"', 'not JSON'],
  ])('should lose a success that is %s, and not keep it', async (_what, body, problem) => {
    const { answer, reply } = await call((_received, response) => response.end(body));
    expect(answer).toMatchObject({
      lost: 'unreadable',
      detail: `answered 200 with a body that is ${problem}`,
    });
    expect(JSON.stringify(reply)).not.toContain('hunter2');
  });

  it.each([301, 302, 307, 308])('should not follow a %i', async (status) => {
    const asked: string[] = [];
    const { answer } = await call((received, response) => {
      asked.push(received.url);
      response.writeHead(status, { location: 'https://elsewhere.example/' });
      response.end();
    });
    expect(answer).toMatchObject({ lost: 'redirect' });
    expect(asked).toHaveLength(1);
  });

  it.each([500, 502, 503, 504])('should lose a %i', async (status) => {
    const { answer } = await call((_received, response) => answerJson(response, status, { error: {} }));
    expect(answer).toEqual({ lost: 'server-error', detail: `answered ${status}` });
  });

  it('should lose a call that hangs', async () => {
    const { answer, reply } = await call(() => {});
    expect(answer).toMatchObject({ lost: 'timeout' });
    expect(reply).toBeUndefined();
  });

  it('should take a 204 without a body for a purge', async () => {
    const purge: Command = { op: 'purge', kind: 'secret', vault: 'v', name: 'a' };
    const { answer } = await call((_received, response) => response.writeHead(204).end(), purge);
    expect(answer).toEqual({ status: 204, oddities: [] });
  });
});

describe('a call over REST, of its token', () => {
  const guarded: Handler = (received, response) => {
    if (received.headers.authorization === 'Bearer good') {
      answerJson(response, 200, secretBundle('v.vault.azure.net', 'a', 'x'));
      return;
    }
    response.setHeader('www-authenticate', 'Bearer authorization="https://login.example/t"');
    answerJson(response, 401, { error: { code: 'Unauthorized', message: 'AKV10022: Invalid audience.' } });
  };

  it('should send it', async () => {
    expect((await call(guarded, GET, fixedToken('good', 'a token'))).answer).toMatchObject({ status: 200 });
  });

  it('should renew it once when it is refused, and list that', async () => {
    const challenges: (string | undefined)[] = [];
    const tokens: TokenSource = {
      what: 'a token',
      token: async () => 'stale',
      renew: async (_refused, challenge) => {
        challenges.push(challenge);
        return 'good';
      },
    };
    const { answer, retries } = await call(guarded, GET, tokens);
    expect(answer).toMatchObject({ status: 200 });
    expect(retries).toEqual(['the token was refused with 401; sent again with a new one']);
    expect(challenges).toEqual(['Bearer authorization="https://login.example/t"']);
  });

  it('should call a refusal trouble with identity, never an answer, and not show the token', async () => {
    const stubborn: TokenSource = {
      what: 'the token of a test',
      token: async () => 'bad1',
      renew: async () => 'bad2',
    };
    const trouble = await call(guarded, GET, stubborn).catch((error: unknown) => error);
    expect(trouble).toMatchObject({ name: 'TargetTrouble', kind: 'authentication' });
    expect(String(trouble)).toMatch(/refuses the token of a test: 401 \(AKV10022: Invalid audience\.\)/);
    expect(String(trouble)).not.toMatch(/bad[12]/);
  });

  it('should keep it out of all that is told of a reply that quotes it', async () => {
    const token = 'abcdefgh-12345678';
    const quoting: Handler = ({ headers }, response) => {
      const { authorization = '' } = headers;
      response.setHeader('www-authenticate', authorization);
      answerJson(response, 403, { error: { code: authorization, message: `not for ${authorization}` } });
    };
    const told = await call(quoting, GET, fixedToken(token, 'a token'));
    expect(told.answer).toMatchObject({ status: 403, refusal: { code: 'Bearer <token>' } });
    expect(JSON.stringify(told)).not.toContain(token);
    const refusing: Handler = ({ headers }, response) =>
      answerJson(response, 401, { error: { code: 'Unauthorized', message: headers.authorization } });
    const trouble = await call(refusing, GET, fixedToken(token, 'a token')).catch((error: unknown) => error);
    expect(String(trouble)).toContain('401 (Bearer <token>)');
  });

  it('should say of a token that it has expired', async () => {
    const payload = Buffer.from('{"exp":1700000000}').toString('base64url');
    const token = `eyJhbGciOiJub25lIn0.${payload}.`;
    const trouble = await call(guarded, GET, fixedToken(token, 'a token')).catch((error: unknown) => error);
    expect(String(trouble)).toContain('refuses a token, which expired at 2023-11-14T22:13:20Z: 401');
    expect(String(trouble)).not.toContain(payload);
  });

  it('should say what to do where there is none', async () => {
    const trouble = await call(guarded).catch((error: unknown) => error);
    expect(String(trouble)).toMatch(/KEYVAULT_CONFORMANCE_TOKEN.*--token-command/);
  });
});

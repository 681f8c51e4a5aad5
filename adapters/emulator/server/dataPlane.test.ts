import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest, NOON } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

/** What the server says to bytes that no client library would send. */
function raw(bytes: string | Buffer): Promise<string> {
  const { port, caPem } = emulator.running;
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', ca: caPem, servername: 'localhost' }, () =>
      socket.end(bytes),
    );
    let text = '';
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('a request to the data plane', () => {
  it('should be challenged without a token, before anything else is looked at', async () => {
    for (const authorization of [undefined, '', 'Bearer', 'Bearer  ', 'Basic abc']) {
      for (const path of ['/secrets/absent', '/secrets/a_b', '/nothing', '/secrets?api-version=none']) {
        const { status, headers, body } = await emulator.call('PUT', path, {
          headers: { authorization },
          body: '{',
        });
        expect([status, body]).toEqual([
          401,
          { error: { code: 'Unauthorized', message: 'AKV10000: Request is missing a Bearer or PoP token.' } },
        ]);
        expect(headers['www-authenticate']).toMatch(
          /^Bearer authorization="https:\/\/login\.windows\.net\/[0-9a-f-]{36}", resource="https:\/\/vault\.azure\.net"$/,
        );
      }
    }
  });

  it('should be served without a token where that is allowed', async () => {
    const open = await EmulatorUnderTest.start({ allowAnonymous: true });
    const { status } = await open.call('GET', '/secrets', { headers: { authorization: undefined } });
    await open.close();
    expect(status).toBe(200);
  });

  it('should name a known api-version', async () => {
    await emulator.set('v');
    const refusal = async (path: string): Promise<unknown> => {
      const { status, body } = await emulator.call('GET', path);
      return [status, (body as { error: { code: string } }).error.code];
    };
    expect(await refusal('/secrets/v?api-version=')).toEqual([400, 'BadParameter']);
    expect(await refusal('/secrets/v?api-version=1.0')).toEqual([400, 'BadParameter']);
  });

  it('should learn that there is no such vault, and how to make one', async () => {
    const { status, body } = await emulator.call('GET', '/secrets', {
      headers: { host: 'nobody.vault.azure.net' },
    });
    expect([status, body]).toMatchObject([
      404,
      { error: { code: 'VaultNotFound', message: expect.stringContaining('POST /emulator/vaults') } },
    ]);
  });

  it('should find the authority that it used in the ids, and the time of the clock in the Date header', async () => {
    for (const host of ['default.vault.azure.net', 'default.vault.localhost:8443', 'localhost:1']) {
      const { body, headers } = await emulator.call('PUT', '/secrets/ids', {
        body: { value: '1' },
        headers: { host },
      });
      expect((body as { id: string }).id).toMatch(new RegExp(`^https://${host}/secrets/ids/`));
      expect(headers).toMatchObject({
        date: new Date(NOON * 1000).toUTCString(),
        'content-type': 'application/json; charset=utf-8',
      });
    }
    const { headers } = await emulator.call('GET', '/secrets', {
      headers: { 'x-ms-client-request-id': 'mine' },
    });
    expect(headers['x-ms-client-request-id']).toBe('mine');
  });

  it.each([
    ['PUT', '/secrets'],
    ['PUT', '/secrets/'],
    ['DELETE', '/secrets'],
    ['POST', '/secrets/name'],
    ['DELETE', '/secrets/name/0123456789abcdef0123456789abcdef'],
    ['PUT', '/secrets/name/0123456789abcdef0123456789abcdef'],
    ['POST', '/secrets/name/versions'],
    ['PUT', '/secrets/name/backup'],
    ['PUT', '/deletedsecrets/name'],
    ['PATCH', '/deletedsecrets/name'],
    ['GET', '/deletedsecrets/name/recover'],
    ['POST', '/deletedsecrets'],
    ['OPTIONS', '/secrets/name'],
    ['PROPFIND', '/secrets/name'],
  ])('should be told that %s is not for %s', async (method, path) => {
    const { status, body } = await emulator.call(method, path);
    expect([status, body]).toEqual([
      405,
      { error: { code: 'MethodNotAllowed', message: `HTTP ${method} not allowed` } },
    ]);
  });

  it('should not mind further slashes nor the case of the path', async () => {
    await emulator.set('slashes');
    for (const path of ['/secrets/slashes/', '//secrets/slashes', '/secrets//slashes', '/Secrets/slashes']) {
      expect((await emulator.call('GET', path)).status, path).toBe(200);
    }
    for (const path of [
      '/secrets/',
      '/deletedsecrets/',
      '/secrets/slashes/versions/',
      '/SECRETS/slashes/VERSIONS',
    ]) {
      expect((await emulator.call('GET', path)).status, path).toBe(200);
    }
  });

  it('should reach a secret whose name is also a word of the API', async () => {
    for (const name of ['restore', 'backup', 'versions', 'recover', '-', '0', 'a'.repeat(127)]) {
      expect((await emulator.set(name)).status, name).toBe(200);
      expect((await emulator.call('GET', `/secrets/${name}`)).status, name).toBe(200);
      expect((await emulator.call('POST', `/secrets/${name}/backup`)).status, name).toBe(200);
    }
  });

  it.each([
    ['a_b', 'a_b'],
    ['a.b', 'a.b'],
    ['a%20b', 'a b'],
    ['a%2Fb', 'a/b'],
    ['%E2%82%AC', '€'],
    ['%00', '\u0000'],
    ['a'.repeat(128), 'a'.repeat(128)],
    ['key!@%23$', 'key!@#$'],
  ])('should be refused for the name %s', async (path, name) => {
    for (const [method, target] of [
      ['GET', `/secrets/${path}`],
      ['PUT', `/secrets/${path}`],
      ['POST', `/secrets/${path}/backup`],
      ['GET', `/secrets/${path}/versions`],
      ['DELETE', `/deletedsecrets/${path}`],
    ] as const) {
      const { status, body } = await emulator.call(method, target);
      expect([status, body]).toEqual([
        400,
        { error: { code: 'BadParameter', message: `The request URI contains an invalid name: ${name}` } },
      ]);
    }
  });

  it.each(['/secrets/%zz', '/secrets/a%', '/secrets/%ff', '/%c0%80/x'])(
    'should be answered 400 with a page, as the web server before the service does, for %s',
    async (path) => {
      const { status, headers, text } = await emulator.call('GET', path);
      expect([status, headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
      expect(text).toContain('<!DOCTYPE html>');
      expect(headers.date).toBe(new Date(NOON * 1000).toUTCString());
    },
  );

  it('should be answered 404 for paths that the emulator does not have', async () => {
    for (const path of ['/', '/secrets/a/b/c', '/keys/a/b/c/d', '/storage/x', '/rng']) {
      expect((await emulator.call('GET', path)).status, path).toBe(404);
    }
  });

  it('should be refused when its body is huge, and the server go on', async () => {
    const body = Buffer.alloc(33 * 1024 * 1024, 'x');
    expect(await emulator.call('PUT', '/secrets/huge', { body })).toMatchObject({
      status: 400,
      body: { error: { code: 'BadParameter' } },
    });
    expect((await emulator.set('huge')).status).toBe(200);
  });

  it('should not bring the server down when it is no HTTP, cut off or lies about its length', async () => {
    const head =
      'PUT /secrets/raw?api-version=7.4 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n';
    expect(await raw('nonsense\r\n\r\n')).toContain('400');
    expect(await raw(Buffer.from([0, 255, 1, 254]))).not.toContain(' 200 ');
    expect(await raw(`${head}Content-Length: 100\r\n\r\n{"value"`)).not.toContain(' 200 ');
    expect(await raw(`${head}Content-Length: x\r\n\r\n{}`)).toContain('400');
    expect(await raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n`)).toContain('400');
    expect(await raw('GET /secrets?api-version=7.4 HTTP/1.0\r\nAuthorization: Bearer x\r\n\r\n')).toContain(
      '200 OK',
    );
    expect((await emulator.call('GET', '/secrets/raw')).status).toBe(404);
  });
});

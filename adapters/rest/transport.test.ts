import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ConnectFailure } from './connector.ts';
import { type LocalServer, startHttp, startHttps, startTcp } from './testing/localServer.ts';
import {
  createTransport,
  type HttpReply,
  type HttpRequest,
  type Sent,
  type TransportOptions,
} from './transport.ts';

const GET: Omit<HttpRequest, 'origin'> = { method: 'GET', path: '/secrets', headers: {} };
const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function send(
  server: LocalServer,
  options: TransportOptions = {},
  signal?: AbortSignal,
): Promise<Sent> {
  const transport = createTransport({ timeoutMs: 1000, maxBodyBytes: 10_000, ...options });
  closing.push(transport, server);
  return transport.send({ ...GET, origin: server.origin }, signal);
}

/** A server that writes these bytes whatever it is asked, and then does as it likes with the connection. */
async function writing(
  bytes: string | Buffer,
  then: (socket: Socket) => void = () => {},
): Promise<LocalServer> {
  return startTcp((socket) => {
    socket.once('data', () => {
      socket.write(bytes);
      then(socket);
    });
  });
}

function replyOf(sent: Sent): HttpReply {
  if ('lost' in sent.result) throw new Error(sent.result.detail);
  return sent.result;
}

describe('a transport, of a reply that comes whole', () => {
  it('should give status, headers and body, and when it was sent and there', async () => {
    const before = Date.now() / 1000;
    const sent = await send(
      await startHttp((_request, response) => {
        response.writeHead(404, { 'X-One': 'a' });
        response.end('no such thing');
      }),
    );
    expect(replyOf(sent)).toMatchObject({ status: 404, headers: { 'x-one': 'a' } });
    expect(Buffer.from(replyOf(sent).body).toString()).toBe('no such thing');
    expect(sent.from).toBeGreaterThanOrEqual(before);
    expect(sent.to).toBeGreaterThanOrEqual(sent.from);
    expect(sent.to).toBeLessThanOrEqual(Date.now() / 1000);
  });

  it('should send the path as it is, dots and all', async () => {
    const seen: string[] = [];
    const server = await startHttp((request, response) => {
      seen.push(request.url);
      response.end();
    });
    const transport = createTransport();
    closing.push(transport, server);
    await transport.send({ ...GET, origin: server.origin, path: '/secrets/../x/%2e%2e?a=b' });
    expect(seen).toEqual(['/secrets/../x/%2e%2e?a=b']);
  });

  it('should connect where it is told while name and certificate are the vault’s', async () => {
    const hosts: (string | undefined)[] = [];
    const server = await startHttps((request, response) => {
      hosts.push(request.headers.host);
      response.end();
    });
    const transport = createTransport({
      ca: server.caPem,
      connect: { host: '127.0.0.1', port: server.port },
    });
    closing.push(transport, server);
    const sent = await transport.send({ ...GET, origin: 'https://my-vault.vault.azure.net' });
    expect(replyOf(sent).status).toBe(200);
    expect(hosts).toEqual(['my-vault.vault.azure.net']);
  });

  it('should undo a compression that nobody asked for', async () => {
    const sent = await send(
      await startHttp((_request, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync('{"value":[]}'));
      }),
    );
    expect(Buffer.from(replyOf(sent).body).toString()).toBe('{"value":[]}');
  });
});

describe('a transport, of a reply that does not come whole', () => {
  const lost = async (server: LocalServer, options?: TransportOptions): Promise<string> => {
    const { result } = await send(server, options);
    return 'lost' in result ? `${result.lost}: ${result.detail}` : `answered ${result.status}`;
  };

  it('should give up a server that says nothing', async () => {
    expect(await lost(await startTcp(() => {}), { timeoutMs: 100 })).toBe(
      'timeout: no whole reply within 0.1 s',
    );
  });

  it('should give up a server that sends one byte at a time', async () => {
    const server = await writing('HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x'), 20);
      socket.once('close', () => clearInterval(timer));
    });
    expect(await lost(server, { timeoutMs: 300 })).toMatch(/^timeout/);
  });

  it('should give up a server that drips headers', async () => {
    const server = await writing('HTTP/1.1 200 OK\r\n', (socket) => {
      const timer = setInterval(() => socket.write('x-more: y\r\n'), 20);
      socket.once('close', () => clearInterval(timer));
    });
    expect(await lost(server, { timeoutMs: 300 })).toMatch(/^timeout/);
  });

  it('should call an end before the first byte a reset', async () => {
    expect(await lost(await writing('', (socket) => socket.destroy()))).toMatch(/^reset/);
  });

  it('should call an end within the body a reset', async () => {
    const cut = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"value"';
    expect(await lost(await writing(cut, (socket) => socket.end()))).toMatch(/^reset/);
  });

  it('should call an end within a chunked body a reset', async () => {
    const cut = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n';
    expect(await lost(await writing(cut, (socket) => socket.resetAndDestroy()))).toMatch(/^reset/);
  });

  it('should not read what is not HTTP', async () => {
    expect(await lost(await writing('SSH-2.0-OpenSSH_9.6\r\n\r\n'))).toMatch(
      /^unreadable: the reply is not HTTP/,
    );
  });

  it('should not read two lengths', async () => {
    const twice = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 5\r\n\r\n{}abc';
    expect(await lost(await writing(twice))).toMatch(/^unreadable/);
  });

  it('should stop at a body that never ends', async () => {
    const server = await startHttp((_request, response) => {
      const pump = (): void => {
        while (!response.destroyed && response.write('x'.repeat(5000)));
      };
      response.on('drain', pump);
      pump();
    });
    expect(await lost(server)).toBe(
      'unreadable: the body is larger than 10000 bytes, which no answer of a vault is',
    );
  });

  it('should stop at a body that unpacks to more than it may', async () => {
    const server = await startHttp((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(1_000_000)));
    });
    expect(await lost(server)).toMatch(/^unreadable: the body is larger than 10000 bytes/);
  });

  it('should say that a compressed body is broken', async () => {
    const server = await startHttp((_request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end('plain');
    });
    expect(await lost(server)).toBe('unreadable: the body is not valid gzip');
  });

  it('should not read headers without end', async () => {
    const many = `HTTP/1.1 200 OK\r\n${'x-header: 0123456789\r\n'.repeat(5000)}\r\n`;
    expect(await lost(await writing(many))).toMatch(/^unreadable/);
  });

  it('should end at once when the run is told to stop', async () => {
    const stop = new AbortController();
    const server = await startTcp(() => stop.abort());
    const { result } = await send(server, { timeoutMs: 10_000 }, stop.signal);
    expect(result).toMatchObject({ lost: 'aborted' });
  });
});

describe('a transport, of a connection that does not come about', () => {
  it('should reject, because nothing was sent', async () => {
    const server = await startTcp(() => {});
    await server.close();
    const transport = createTransport();
    closing.push(transport);
    await expect(transport.send({ ...GET, origin: server.origin })).rejects.toThrow(ConnectFailure);
  });

  it('should reject a certificate that nobody vouches for', async () => {
    const server = await startHttps((_request, response) => response.end());
    await expect(send(server)).rejects.toThrow(ConnectFailure);
  });

  it('should reject a certificate that is another host’s', async () => {
    const server = await startHttps((_request, response) => response.end());
    const transport = createTransport({
      ca: server.caPem,
      connect: { host: '127.0.0.1', port: server.port },
    });
    closing.push(transport, server);
    await expect(transport.send({ ...GET, origin: 'https://elsewhere.example' })).rejects.toThrow(
      ConnectFailure,
    );
  });

  it('should take any certificate when told to', async () => {
    const server = await startHttps((_request, response) => response.end());
    expect(replyOf(await send(server, { insecure: true })).status).toBe(200);
  });
});

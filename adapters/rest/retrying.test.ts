import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TargetTrouble } from '../targetTrouble.ts';
import { type Retried, sendWithRetries } from './retrying.ts';
import { type LocalServer, startHttp, startHttps, startTcp } from './testing/localServer.ts';
import { createTransport } from './transport.ts';

const closing: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const one of closing.splice(0)) await one.close();
});

async function send(origin: string, signal?: AbortSignal): Promise<Retried> {
  const transport = createTransport({ timeoutMs: 2000 });
  closing.push(transport);
  return sendWithRetries(
    transport,
    { method: 'PUT', origin, path: '/secrets/a', headers: {}, body: '{}' },
    signal,
  );
}

/** A server that answers these in turn, and the last one from then on. */
async function answering(
  ...replies: [number, Record<string, string>?][]
): Promise<LocalServer & { count(): number }> {
  let count = 0;
  const server = await startHttp((_request, response) => {
    const [status, headers] = replies[Math.min(count++, replies.length - 1)] ?? [200];
    response.writeHead(status, headers ?? {});
    response.end();
  });
  closing.push(server);
  return { ...server, count: () => count };
}

describe('sendWithRetries', () => {
  it('should wait as long as a throttling service asks, and list it', async () => {
    const server = await answering([429, { 'retry-after': '1' }], [200]);
    const started = Date.now();
    const sent = await send(server.origin);
    expect(sent.result).toMatchObject({ status: 200 });
    expect(sent.retries).toEqual(['answered 429; tried again after 1 s']);
    expect(Date.now() - started).toBeGreaterThanOrEqual(990);
    expect(sent.from * 1000 - started).toBeGreaterThanOrEqual(990);
  });

  it('should read a date to wait for', async () => {
    const server = await answering([429, { 'retry-after': new Date(Date.now() + 500).toUTCString() }], [201]);
    const sent = await send(server.origin);
    expect(sent.result).toMatchObject({ status: 201 });
    expect(sent.retries).toHaveLength(1);
  });

  it('should count the time of a 503 in, because it may have acted', async () => {
    const server = await answering([503, { 'retry-after': '1' }], [200]);
    const started = Date.now();
    const sent = await send(server.origin);
    expect(sent.retries).toEqual(['answered 503; tried again after 1 s']);
    expect(sent.from * 1000 - started).toBeLessThan(900);
  });

  it('should not try a 503 again that does not ask for it, nor any other failure', async () => {
    for (const status of [500, 502, 503, 504]) {
      const server = await answering([status], [200]);
      expect((await send(server.origin)).result).toMatchObject({ status });
      expect(server.count()).toBe(1);
    }
  });

  it('should not wait for a service that asks for more than a minute', async () => {
    const server = await answering([429, { 'retry-after': '3600' }], [200]);
    expect((await send(server.origin)).result).toMatchObject({ status: 429 });
    expect(server.count()).toBe(1);
  });

  it('should not send again what may have arrived', async () => {
    let connections = 0;
    const server = await startTcp((socket) => {
      connections++;
      socket.once('data', () => socket.destroy());
    });
    closing.push(server);
    expect((await send(server.origin)).result).toMatchObject({ lost: 'reset' });
    expect(connections).toBe(1);
  });

  it('should wait for a target that starts late, and list the attempts', async () => {
    const free = await answering([200]);
    await free.close();
    const late = createServer((socket) => {
      socket
        .on('data', () => socket.end('HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n'))
        .on('error', () => {});
    });
    const timer = setTimeout(() => late.listen(free.port, '127.0.0.1'), 300);
    const sent = await send(free.origin).finally(() => clearTimeout(timer));
    await new Promise((resolve) => late.close(resolve));
    expect(sent.result).toMatchObject({ status: 204 });
    expect(sent.retries[0]).toBe('no connection (ECONNREFUSED); tried again after 200 ms');
  });

  it('should say that nobody answers, and what to do', async () => {
    const server = await answering([200]);
    await server.close();
    const trouble = await send(server.origin).catch((error: unknown) => error);
    expect(trouble).toBeInstanceOf(TargetTrouble);
    expect(trouble).toMatchObject({ kind: 'unreachable' });
    expect(String(trouble)).toContain(`${server.origin}: no connection`);
    expect(String(trouble)).toContain('Is the target started');
  });

  it('should say at once that a certificate is not accepted, and what to do', async () => {
    const server = await startHttps((_request, response) => response.end());
    closing.push(server);
    const trouble = await send(server.origin).catch((error: unknown) => error);
    expect(trouble).toMatchObject({ kind: 'certificate' });
    expect(String(trouble)).toMatch(/--ca FILE.*--insecure/);
  });

  it('should say at once that a server speaks no TLS', async () => {
    const server = await answering([200]);
    const trouble = await send(server.origin.replace('http:', 'https:')).catch((error: unknown) => error);
    expect(trouble).toMatchObject({ kind: 'unreachable' });
    expect(String(trouble)).toContain('http://');
  });

  it('should stop waiting when the run is told to stop', async () => {
    const server = await answering([429, { 'retry-after': '30' }]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const started = Date.now();
    expect((await send(server.origin, stop.signal)).result).toMatchObject({ lost: 'aborted' });
    expect(Date.now() - started).toBeLessThan(5000);
  });
});

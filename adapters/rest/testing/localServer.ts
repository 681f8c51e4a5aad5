import {
  createServer as createHttp,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net';
import { makeServerCertificate } from '../../emulator/certificate/serverCertificate.ts';

/** A server on loopback for one test. */
export interface LocalServer {
  readonly port: number;
  readonly origin: string;
  /** Certificate of the authority to trust, PEM; empty without TLS. */
  readonly caPem: string;
  close(): Promise<void>;
}

/** A request as a test's server got it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

type Handler = (request: ReceivedRequest, response: ServerResponse) => void;

/** A server that speaks HTTP and answers what the handler writes. */
export async function startHttp(handler: Handler): Promise<LocalServer> {
  const server = createHttp((request, response) => void received(request, response, handler));
  return listening(server, 'http', '');
}

/** The same over TLS, with a certificate for localhost, *.vault.azure.net and 127.0.0.1. */
export async function startHttps(handler: Handler): Promise<LocalServer> {
  const { chainPem, keyPem, caPem } = await makeServerCertificate('127.0.0.1');
  const server = createHttps({ cert: chainPem, key: keyPem }, (request, response) => {
    void received(request, response, handler);
  });
  return listening(server, 'https', caPem);
}

/** A server that speaks nothing by itself: the test writes the bytes. */
export async function startTcp(connected: (socket: Socket) => void): Promise<LocalServer> {
  const sockets = new Set<Socket>();
  const server = createTcp((socket) => {
    sockets.add(socket.on('error', () => {}));
    connected(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    caPem: '',
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers JSON. */
export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** A secret as the service shows it. */
export function secretBundle(host: string, name: string, value?: string): Record<string, unknown> {
  return {
    ...(value !== undefined && { value }),
    id: `https://${host}/secrets/${name}/0123456789abcdef0123456789abcdef`,
    attributes: {
      enabled: true,
      created: 1_700_000_000,
      updated: 1_700_000_000,
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays: 90,
    },
  };
}

async function received(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = '', url = '', headers } = request;
  handler({ method, url, headers, body: Buffer.concat(chunks).toString() }, response);
}

async function listening(server: Server, scheme: string, caPem: string): Promise<LocalServer> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `${scheme}://127.0.0.1:${port}`,
    caPem,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

import type { ServerResponse } from 'node:http';
import { Agent, request } from 'undici';
import { onTestFinished } from 'vitest';
import { startEmulator } from '../../adapters/emulator/startEmulator.ts';
import { type ReceivedRequest, startHttp } from '../../adapters/rest/testing/localServer.ts';

/** What a proxy does with a request: passes it on, or answers in its own way. */
export type Fault = (
  number: number,
  response: ServerResponse,
  received: ReceivedRequest,
) => 'pass' | 'answered';

/**
 * Starts an emulator and, before it, a proxy on plain HTTP that answers some requests wrongly. Both end with the test.
 * @param fault decides on each request, by its number from 1 or by what it asks for
 * @returns the proxy's URL
 */
export async function startFaultyProxy(fault: Fault): Promise<string> {
  const emulator = await startEmulator({ seed: 1 });
  const agent = new Agent({ connect: { ca: emulator.caPem } });
  let number = 0;
  const proxy = await startHttp((received, response) => {
    number++;
    if (fault(number, response, received) === 'answered') return;
    forward(emulator.url, agent, received, response).catch(() => response.destroy());
  });
  onTestFinished(async () => {
    await proxy.close();
    await agent.close();
    await emulator.close();
  });
  return proxy.origin;
}

async function forward(
  origin: string,
  agent: Agent,
  { method, url, headers, body }: ReceivedRequest,
  response: ServerResponse,
): Promise<void> {
  const {
    connection: _connection,
    'content-length': _length,
    'transfer-encoding': _coding,
    ...kept
  } = headers;
  const sent = { ...kept, authorization: 'Bearer any' };
  const reply = await request(origin + url, { method, headers: sent, body: body || null, dispatcher: agent });
  const { 'transfer-encoding': _chunked, connection: _kept, ...plain } = reply.headers;
  response.writeHead(reply.statusCode, plain);
  response.end(Buffer.from(await reply.body.arrayBuffer()));
}

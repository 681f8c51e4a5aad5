import { Agent, request } from 'undici';
import type { EmulatorOptions } from '../emulatorOptions.ts';
import { type RunningEmulator, startEmulator } from '../startEmulator.ts';

/** What came back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** The text as JSON; undefined when it is none. */
  readonly body: unknown;
}

/** What a call may differ in. */
export interface CallOptions {
  /** Sent as JSON, or as it is when it is text or bytes. */
  readonly body?: unknown;
  /** Further headers; undefined leaves one out that is sent otherwise. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Default 7.4, for Azure Resource Manager 2023-07-01. */
  readonly api?: string;
}

/** Noon of a day in June 2025, in Unix seconds: where the clock of these tests stands. */
export const NOON = 1_750_075_200;

/** An emulator with a client that trusts it. */
export class EmulatorUnderTest {
  readonly running: RunningEmulator;
  readonly #agent: Agent;

  private constructor(running: RunningEmulator) {
    this.running = running;
    this.#agent = new Agent({ connect: { ca: running.caPem } });
  }

  /** Starts an emulator whose clock stands at NOON, if the options do not say otherwise. */
  static async start(options: EmulatorOptions = {}): Promise<EmulatorUnderTest> {
    return new EmulatorUnderTest(await startEmulator({ startAt: NOON, frozen: true, ...options }));
  }

  /** One call to a vault; `path` may have a query, to which the api-version is added unless it has one. */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
    return this.#send(this.running.url, method, path, { api: '7.4', ...options });
  }

  /** One call to Azure Resource Manager or the identity platform. */
  async arm(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
    return this.#send(this.running.armUrl, method, path, { api: '2023-07-01', ...options });
  }

  async #send(url: string, method: string, path: string, options: CallOptions): Promise<Reply> {
    const { body, headers = {}, api } = options;
    const separator = path.includes('?') ? '&' : '?';
    const target = /^\/emulator|api-version/.test(path) ? path : `${path}${separator}api-version=${api}`;
    const sent: Record<string, string | undefined> = {
      authorization: 'Bearer test-token',
      'content-type': body === undefined ? undefined : 'application/json',
      ...headers,
    };
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const response = await request(url + target, {
      method: method as 'GET',
      dispatcher: this.#agent,
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)),
      body: body === undefined ? null : raw ? body : JSON.stringify(body),
    });
    const text = await response.body.text();
    return { status: response.statusCode, headers: response.headers, text, body: parse(text) };
  }

  /** Sets a secret and returns its bundle. */
  async set(name: string, value = 'a value', more: object = {}): Promise<Reply> {
    return this.call('PUT', `/secrets/${name}`, { body: { value, ...more } });
  }

  /** Moves the clock on. */
  async advance(seconds: number): Promise<void> {
    await this.call('POST', '/emulator/clock', { body: { advance: seconds } });
  }

  async close(): Promise<void> {
    await this.#agent.close();
    await this.running.close();
  }
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

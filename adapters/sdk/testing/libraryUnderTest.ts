import type { Command, Kind } from '../../../model/command.ts';
import { type RunningEmulator, startEmulator } from '../../emulator/startEmulator.ts';
import type { Call, VaultPlace } from '../../rest/caller.ts';
import { fixedToken } from '../../rest/token/tokenSource.ts';
import { createTransport } from '../../rest/transport.ts';
import { createSdkCaller } from '../sdkCaller.ts';

const HOST = 'default.vault.azure.net';
const PLACE: VaultPlace = { base: `https://${HOST}`, idHost: HOST };

/** A client library of the service, which speaks to the embedded emulator over HTTPS. */
export interface LibraryUnderTest {
  /** Makes a call about a name. */
  call(op: Command['op'], name: string, more?: object): Promise<Call>;
  /** Makes a call about no name, or about another kind. */
  send(command: Command): Promise<Call>;
  close(): Promise<void>;
}

/** Starts an emulator and a caller of the library that speaks of a kind. */
export async function libraryUnderTest(kind: Kind): Promise<LibraryUnderTest> {
  const emulator: RunningEmulator = await startEmulator();
  const connect = { host: '127.0.0.1', port: emulator.port };
  const transport = createTransport({ connect, ca: emulator.caPem });
  const caller = createSdkCaller({ transport, tokens: fixedToken('good', 'a token'), apiVersion: '7.4' });
  const send = (command: Command): Promise<Call> => caller.call(command, PLACE);
  return {
    send,
    call: (op, name, more = {}) => send({ op, kind, vault: 'v', name, ...more } as Command),
    async close() {
      await caller.close();
      await emulator.close();
    },
  };
}

/** A call as the wire saw it, with what the library asked of its own accord before and after. */
export function wire({ before = [], after = [], ...call }: Call): readonly string[] {
  return [...before, call, ...after].map(
    ({ command, answer }) => `${command.op} ${'status' in answer ? answer.status : answer.lost}`,
  );
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Adapter } from '../adapters/adapter.ts';
import type { EmulatorOptions } from '../adapters/emulator/emulatorOptions.ts';
import { embedded } from '../adapters/targets/embedded.ts';
import { copyEmulator } from './emulatorCopy.ts';
import type { Fault } from './faults/fault.ts';

/** What a faulty emulator is started with. */
export interface FaultTargetOptions {
  /** What version ids and settle times are drawn with. */
  readonly seed: number;
  /** How deletions, recoveries and purges settle; at once unless given. */
  readonly settle?: 'none' | 'real';
}

const SERVER = fileURLToPath(new URL('serveCopy.ts', import.meta.url));

/**
 * Starts a copy of the emulator with a fault, or without one, in a process of its own, and opens it like any embedded
 * emulator that runs elsewhere. Closing the adapter ends the process.
 */
export async function openFaultTarget(
  fault: Fault | undefined,
  { seed, settle = 'none' }: FaultTargetOptions,
): Promise<Adapter> {
  const options: EmulatorOptions = {
    seed,
    settle: settle === 'real' ? { mode: 'real', seed } : { mode: 'none' },
    tokens: 'checked',
  };
  const server = await startServer(fault, options);
  const adapter = await embedded.open({ url: server.url, seed, settle }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  return {
    ...adapter,
    // The process ends with the adapter: nothing is left that would have to be cleared away.
    openVault: async (wanted) => ({ ...(await adapter.openVault(wanted)), isKept: false }),
    close: async () => {
      await adapter.close();
      await server.close();
    },
  };
}

interface Server {
  readonly url: string;
  close(): Promise<void>;
}

async function startServer(fault: Fault | undefined, options: EmulatorOptions): Promise<Server> {
  const copy = copyEmulator(fault);
  const child = spawn(process.execPath, [SERVER, copy.folder, JSON.stringify(options)]);
  const ended = once(child, 'close');
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const close = async (): Promise<void> => {
    child.stdin.end();
    await ended;
    copy.remove();
  };
  for await (const url of createInterface({ input: child.stdout })) return { url, close };
  await close();
  throw new Error(`the emulator with fault ${fault?.id ?? '(none)'} does not start: ${said.join('').trim()}`);
}

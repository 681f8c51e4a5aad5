import { writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { EmulatorOptions } from '../../adapters/emulator/emulatorOptions.ts';
import { startEmulator } from '../../adapters/emulator/startEmulator.ts';
import { explainFileFault } from '../../reports/files/fileError.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, print } from '../io.ts';
import { wholeNumber } from '../options/numbers.ts';
import { onInterrupt } from '../running/onInterrupt.ts';
import { UsageError } from '../usageError.ts';

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly settle: 'none' | 'real';
  readonly seed: number;
  readonly persist?: string;
  readonly caFile?: string;
  readonly startAt?: number;
  readonly frozen?: boolean;
  readonly anonymous?: boolean;
}

/** `serve`: run the embedded emulator until it is stopped. */
export function serveCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('serve')
    .description('run the embedded emulator on HTTPS, with a clock that can be moved, until it is stopped')
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port to listen on; 0 for any that is free', wholeNumber(0, 65_535), 8443)
    .option(
      '--settle <mode>',
      'deletions take effect at once (none, or 0) or take their time (real)',
      settle,
      'none',
    )
    .option(
      '--seed <number>',
      'what settle times and version ids are drawn with',
      wholeNumber(0, 2 ** 31 - 1),
      0,
    )
    .option('--persist <file>', 'keep the state in this file; it holds secrets in clear')
    .option('--ca-file <file>', 'write the certificate to trust there, PEM')
    .option('--start-at <seconds>', 'where the clock starts, Unix seconds', wholeNumber(0, 253_402_300_799))
    .option('--frozen', 'let time stand still until it is moved')
    .option('--anonymous', 'serve requests without a token')
    .action(async (flags: ServeFlags) => {
      await serve(io, flags);
      end(EXIT.conforms);
    });
}

async function serve(io: Io, flags: ServeFlags): Promise<void> {
  const emulator = await startEmulator(optionsOf(flags)).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  try {
    if (flags.caFile !== undefined) writeCertificate(flags.caFile, emulator.caPem);
    await print(io.out, introduction(emulator.url, flags));
    await interrupted();
  } finally {
    await emulator.close();
  }
}

function optionsOf(flags: ServeFlags): EmulatorOptions {
  const { host, port, seed, persist, startAt, frozen, anonymous } = flags;
  return {
    host,
    port,
    seed,
    settle: flags.settle === 'real' ? { mode: 'real', seed } : { mode: 'none' },
    ...(persist !== undefined && { persist }),
    ...(startAt !== undefined && { startAt }),
    ...(frozen !== undefined && { frozen }),
    ...(anonymous !== undefined && { allowAnonymous: anonymous }),
  };
}

function writeCertificate(file: string, pem: string): void {
  try {
    writeFileSync(file, pem);
  } catch (error) {
    throw new UsageError(`--ca-file ${file} cannot be written: ${explainFileFault(error)}`);
  }
}

function introduction(url: string, flags: ServeFlags): string {
  const trust = flags.caFile === undefined ? 'curl -k' : `curl --cacert ${flags.caFile}`;
  return [
    `The embedded emulator answers at ${url} (vault "default"); stop it with Ctrl-C.`,
    `  ${trust} -H 'Authorization: Bearer any' -X PUT -H 'Content-Type: application/json' \\`,
    `    -d '{"value":"s3cret"}' '${url}/secrets/my-secret?api-version=7.4'`,
    `  ${trust} ${url}/emulator/clock                       # its time`,
    `  ${trust} -X POST -H 'Content-Type: application/json' -d '{"advance": 604800}' ${url}/emulator/clock`,
    '',
  ].join('\n');
}

function interrupted(): Promise<void> {
  const interrupt = onInterrupt('Stopping the emulator.');
  return new Promise((resolve) => {
    // A signal alone does not keep the process; the listening server does.
    interrupt.signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function settle(text: string): 'none' | 'real' {
  if (text === 'none' || text === '0') return 'none';
  if (text === 'real') return 'real';
  throw new InvalidArgumentError('It is none (or 0) or real.');
}

import { Command, InvalidArgumentError } from 'commander';
import type { EmulatorOptions } from '../../adapters/emulator/emulatorOptions.ts';
import { type RunningEmulator, startEmulator } from '../../adapters/emulator/startEmulator.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, print } from '../io.ts';
import { wholeNumber } from '../options/numbers.ts';
import { clientEnvironment, exportLines } from '../serving/clientEnvironment.ts';
import { ClientFiles } from '../serving/clientFiles.ts';
import { introduction } from '../serving/introduction.ts';
import { runProgram } from '../serving/runProgram.ts';
import { readServeConfig } from '../serving/serveConfig.ts';
import { UsageError } from '../usageError.ts';

interface ServeFlags {
  readonly host: string;
  readonly port: number;
  readonly armPort?: number;
  readonly settle: 'none' | 'real';
  readonly seed: number;
  readonly tokens?: 'any' | 'checked';
  readonly config?: string;
  readonly persist?: string;
  readonly caFile?: string;
  readonly writeEnv?: string;
  readonly startAt?: number;
  readonly frozen?: boolean;
  readonly anonymous?: boolean;
  readonly quickKeys?: boolean;
}

/** Port of Azure Resource Manager where that of the vaults is not left to chance. */
const ARM_PORT = 8444;

/** `serve`: run the embedded emulator until it is stopped, or for as long as a program runs. */
export function serveCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('serve')
    .description(
      'run the embedded emulator on HTTPS, with a clock that can be moved, until it is stopped;\nor run a program against it: serve --port 0 -- npm test',
    )
    .argument(
      '[program...]',
      'after --, a program that gets the environment of clients; serve ends as it does',
    )
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--port <number>', 'port of the vaults; 0 for any that is free', wholeNumber(0, 65_535), 8443)
    .option(
      '--arm-port <number>',
      `port of Azure Resource Manager and the token endpoint (default: ${ARM_PORT}, or any with --port 0)`,
      wholeNumber(0, 65_535),
    )
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
    .option(
      '--tokens <which>',
      'any token may do everything (any), or only those of the token endpoint, with permissions (checked) (default: any; checked where --config has principals)',
      tokens,
    )
    .option('--config <file>', 'YAML or JSON with vaults, principals and more; see the guide')
    .option('--persist <file>', 'keep the state in this file; it holds secrets in clear')
    .option('--ca-file <file>', 'write the certificate to trust there, PEM (default: a temporary file)')
    .option('--write-env <file>', 'write the environment of clients there, for a shell to read')
    .option('--start-at <seconds>', 'where the clock starts, Unix seconds', wholeNumber(0, 253_402_300_799))
    .option('--frozen', 'let time stand still until it is moved')
    .option('--anonymous', 'serve requests without a token')
    .option('--quick-keys', 'make RSA keys that share factors: many times faster, and fit for tests alone')
    .action(async (program: readonly string[], flags: ServeFlags) => {
      end(await serve(io, program, flags));
    });
}

async function serve(io: Io, program: readonly string[], flags: ServeFlags): Promise<number> {
  const options = optionsOf(flags);
  // Caught before anything is started: who stops a start that is under way must find nothing left behind.
  const stopped = untilStopped();
  const emulator = await startEmulator(options).catch((error: unknown) => {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  });
  const files = new ClientFiles();
  try {
    return await attend(io, { emulator, options, files, program, flags, stopped });
  } finally {
    files.remove();
    await emulator.close();
  }
}

interface Attended {
  readonly emulator: RunningEmulator;
  readonly options: EmulatorOptions;
  readonly files: ClientFiles;
  readonly program: readonly string[];
  readonly flags: ServeFlags;
  readonly stopped: Promise<void>;
}

/** Tells what is served and waits for the end; returns the exit code. */
async function attend(
  io: Io,
  { emulator, options, files, program, flags, stopped }: Attended,
): Promise<number> {
  const caFile = files.writeCertificate(flags.caFile, emulator.caPem);
  const environment = clientEnvironment(emulator, caFile);
  if (flags.writeEnv !== undefined) files.writeEnvironment(flags.writeEnv, exportLines(environment));
  if (program.length > 0) return runProgram(program, environment);
  await print(
    io.out,
    introduction({
      emulator,
      environment,
      caFile,
      envFile: flags.writeEnv,
      tokens: options.tokens ?? 'any',
      settle: flags.settle,
      persist: flags.persist,
      frozen: flags.frozen ?? false,
    }),
  );
  await stopped;
  return EXIT.conforms;
}

function optionsOf(flags: ServeFlags): EmulatorOptions {
  const { host, port, seed, persist, startAt, frozen, anonymous } = flags;
  const config = flags.config === undefined ? {} : readServeConfig(flags.config);
  return {
    ...config,
    host,
    port,
    seed,
    armPort: flags.armPort ?? (port === 0 ? 0 : ARM_PORT),
    quickKeys: flags.quickKeys ?? false,
    tokens: flags.tokens ?? (config.principals === undefined ? 'any' : 'checked'),
    settle: flags.settle === 'real' ? { mode: 'real', seed } : { mode: 'none' },
    ...(persist !== undefined && { persist }),
    ...(startAt !== undefined && { startAt }),
    ...(frozen !== undefined && { frozen }),
    ...(anonymous !== undefined && { allowAnonymous: anonymous }),
  };
}

/** Resolves at the first signal to stop; the second ends the process as it usually does. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    // A signal's handler alone does not keep the process; the listening server does.
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function settle(text: string): 'none' | 'real' {
  if (text === 'none' || text === '0') return 'none';
  if (text === 'real') return 'real';
  throw new InvalidArgumentError('It is none (or 0) or real.');
}

function tokens(text: string): 'any' | 'checked' {
  if (text === 'any' || text === 'checked') return text;
  throw new InvalidArgumentError('It is any or checked.');
}

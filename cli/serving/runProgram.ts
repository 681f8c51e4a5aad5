import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { UsageError } from '../usageError.ts';
import type { Environment } from './clientEnvironment.ts';

/** Signals that are passed on. Ctrl-C needs no passing: the terminal tells the whole group. */
const PASSED_ON: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGHUP'];

/**
 * Runs a program with further environment variables and waits for its end.
 * @returns its exit code; 128 and the signal's number when a signal ended it, as shells have it.
 * @throws UsageError when it cannot be started.
 */
export async function runProgram(command: readonly string[], environment: Environment): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  const stay = (): void => undefined;
  for (const signal of PASSED_ON) process.on(signal, passOn);
  process.on('SIGINT', stay);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', (error) =>
        reject(
          new UsageError(`${program} cannot be started: ${'code' in error ? error.code : error.message}`),
        ),
      );
      child.once('exit', (code, signal) =>
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])),
      );
    });
  } finally {
    for (const signal of PASSED_ON) process.off(signal, passOn);
    process.off('SIGINT', stay);
  }
}

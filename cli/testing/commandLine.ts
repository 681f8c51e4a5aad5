import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** How a command ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that goes on. */
export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
  /** What it has printed so far. */
  printed(): { readonly stdout: string; readonly stderr: string };
}

/** What a command runs with. */
export interface CommandSetting {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Runs before the program in the same shell: `ulimit -f 100`. */
  readonly shell?: string;
}

/** Starts the real command line in a process of its own; it is killed should the test end before it. */
export function startCommand(args: readonly string[], setting: CommandSetting = {}): Started {
  const env = { ...cleanEnvironment(), ...setting.env };
  const options = { env, ...(setting.cwd !== undefined && { cwd: setting.cwd }) };
  const command = [process.execPath, MAIN, ...args];
  const child =
    setting.shell === undefined
      ? spawn(process.execPath, [MAIN, ...args], options)
      : spawn('bash', ['-c', `${setting.shell}; exec "$@"`, 'bash', ...command], options);
  const printed = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    printed.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed.stderr += text;
  });
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...printed })));
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, ended, printed: () => ({ ...printed }) };
}

/** Runs the real command line to its end. */
export function runCommand(args: readonly string[], setting: CommandSetting = {}): Promise<Ended> {
  return startCommand(args, setting).ended;
}

/** Waits until something holds, for as long as the test may take. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

/** The environment without what would change the program's ways. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(KEYVAULT_CONFORMANCE|AZURE_|FORCE_COLOR|NODE_OPTIONS|VITEST)/.test(name),
  );
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}

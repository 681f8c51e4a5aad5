import { type ChildProcess, spawn } from 'node:child_process';
import { TargetTrouble } from '../../targetTrouble.ts';
import { cachedToken, type IssuedToken } from './cachedToken.ts';
import { checkedToken } from './environmentToken.ts';
import type { TokenSource } from './tokenSource.ts';

const COMMAND_TIMEOUT_MS = 60_000;
const OUTPUT_LIMIT = 1_000_000;

/**
 * Tokens that a shell command prints: the token alone, or the JSON of `az account get-access-token`. It is run again
 * shortly before its token ends (as the JWT or the JSON says) and after a refusal. What it writes to its standard
 * error goes to ours; what it prints is never shown.
 * @param timeoutMs milliseconds it may take
 * @throws TargetTrouble (usage) when there is no command
 */
export function commandToken(command: string, timeoutMs: number = COMMAND_TIMEOUT_MS): TokenSource {
  if (command.trim() === '') throw new TargetTrouble('usage', '--token-command is empty');
  const what = 'the token of --token-command';
  return cachedToken(what, async () => parseOutput(await run(command, timeoutMs), what));
}

async function run(command: string, timeoutMs: number): Promise<string> {
  // A group of its own, so that what the shell started ends with it.
  const detached = process.platform !== 'win32';
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'inherit'], detached });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    if (output.length < OUTPUT_LIMIT) output += chunk;
  });
  // Who stops the harness while it waits leaves nothing behind.
  const atExit = (): void => endGroup(child, detached);
  process.once('exit', atExit);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    endGroup(child, detached);
    child.stdout.destroy();
  }, timeoutMs);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  })
    .catch((error: unknown) => {
      throw new TargetTrouble('authentication', '--token-command could not be run', { cause: error });
    })
    .finally(() => {
      clearTimeout(timer);
      process.off('exit', atExit);
    });
  if (code === 0) return output;
  const how = late ? `was ended after ${timeoutMs / 1000} s` : `ended with code ${code}`;
  throw new TargetTrouble(
    'authentication',
    `--token-command ${how}, so there is no token. Run it by hand to see why.`,
  );
}

function endGroup(child: ChildProcess, detached: boolean): void {
  try {
    if (detached && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill();
  } catch {
    // It has ended by itself meanwhile.
  }
}

function parseOutput(output: string, what: string): IssuedToken {
  const text = output.trim();
  if (!text.startsWith('{')) return { token: checkedToken(text, what) };
  let json: Readonly<Record<string, unknown>>;
  try {
    json = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    throw new TargetTrouble('authentication', '--token-command printed neither a token nor JSON');
  }
  const token = json.accessToken ?? json.access_token;
  if (typeof token !== 'string') {
    throw new TargetTrouble('authentication', '--token-command printed JSON without "accessToken"');
  }
  const expires = Number(json.expires_on);
  return { token: checkedToken(token, what), ...(expires > 0 && { expires }) };
}

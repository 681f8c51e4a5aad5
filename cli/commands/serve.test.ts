import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent, request } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const READY = 'A first secret';

/** A served emulator, as its user sees it. */
interface Served {
  readonly child: ChildProcess;
  readonly text: string;
  readonly url: string;
  readonly caFile: string;
}

let folder: string;
let children: ChildProcess[];
beforeEach(async () => {
  children = [];
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function start(args: readonly string[]): ChildProcess {
  const env = { ...process.env, TMPDIR: folder };
  const child = spawn(process.execPath, [MAIN, 'serve', ...args], { stdio: ['ignore', 'pipe', 'pipe'], env });
  children.push(child);
  return child;
}

/** Serves on free ports until it is ready. */
async function served(...args: string[]): Promise<Served> {
  const child = start(['--port', '0', ...args]);
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk);
    if (text.includes(READY)) break;
  }
  const found = (name: string): string => new RegExp(`export ${name}='([^']*)'`).exec(text)?.[1] ?? '';
  return { child, text, url: found('EMULATOR_URL'), caFile: found('SSL_CERT_FILE') };
}

/** Runs `serve` to its end. */
async function ended(...args: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const child = start(args);
  const texts = { out: '', err: '' };
  child.stdout?.on('data', (chunk) => (texts.out += String(chunk)));
  child.stderr?.on('data', (chunk) => (texts.err += String(chunk)));
  const [code] = await once(child, 'close');
  return { code, ...texts };
}

async function call(
  method: 'GET' | 'PUT',
  { url, caFile }: Served,
  path: string,
  body?: object,
): Promise<number> {
  const agent = new Agent({ connect: { ca: await readFile(caFile, 'utf8') } });
  try {
    const { statusCode, body: reply } = await request(`${url}${path}?api-version=7.4`, {
      method,
      dispatcher: agent,
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    await reply.dump();
    return statusCode;
  } finally {
    await agent.close();
  }
}

describe('serve', () => {
  it('should say where everything is, and give clients all that they need', async () => {
    const emulator = await served();
    for (const words of [
      emulator.url,
      'token endpoint',
      'Resource Manager',
      '/emulator/clock',
      'in memory',
    ]) {
      expect(emulator.text).toContain(words);
    }
    for (const name of [
      'AZURE_TENANT_ID',
      'AZURE_CLIENT_ID',
      'AZURE_CLIENT_SECRET',
      'AZURE_AUTHORITY_HOST',
    ]) {
      expect(emulator.text).toMatch(new RegExp(`export ${name}='.+'`));
    }
    expect(await call('PUT', emulator, '/secrets/one', { value: 'text' })).toBe(200);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('should end at once by %s, and leave no file', async (signal) => {
    const { child, caFile } = await served();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(existsSync(caFile)).toBe(false);
  });

  it('should write the environment for its owner alone', async () => {
    const file = join(folder, 'env');
    const { text } = await served('--write-env', file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
    for (const line of lines) expect(text).toContain(line);
    expect(lines.length).toBeGreaterThan(8);
  });

  it('should name its certificate so that clients find it from any folder', async () => {
    const file = relative(process.cwd(), join(folder, 'ca.pem'));
    const { caFile } = await served('--ca-file', file);
    expect([isAbsolute(caFile), existsSync(caFile)]).toEqual([true, true]);
  });

  it('should have every answered change after a kill that nothing can catch', async () => {
    const file = join(folder, 'state');
    const first = await served('--persist', file);
    expect(await call('PUT', first, '/secrets/kept', { value: 'text' })).toBe(200);
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    const second = await served('--persist', file);
    expect(await call('GET', second, '/secrets/kept')).toBe(200);
  });

  it('should take tokens of principals of the config file only', async () => {
    const file = join(folder, 'serve.yaml');
    await writeFile(
      file,
      'principals:\n  - clientId: aaaaaaaa-0000-0000-0000-000000000001\n    clientSecret: reads\n    roles: [{ role: Key Vault Reader }]\n',
    );
    const emulator = await served('--config', file);
    expect(emulator.text).not.toContain('reads');
    expect(await call('GET', emulator, '/secrets/one')).toBe(401);
  });
});

describe('serve with a program', () => {
  it('should run it with the environment of clients and end as it does', async () => {
    const program =
      "console.log(process.env.EMULATOR_URL, require('fs').existsSync(process.env.SSL_CERT_FILE)); process.exit(7)";
    const { code, out } = await ended('--port', '0', '--', process.execPath, '-e', program);
    expect({ code, out }).toEqual({
      code: 7,
      out: expect.stringMatching(/^https:\/\/localhost:\d+ true\n$/),
    });
  });

  it('should end as shells do when a signal ends it', async () => {
    const { code } = await ended(
      '--port',
      '0',
      '--',
      process.execPath,
      '-e',
      'process.kill(process.pid, "SIGKILL")',
    );
    expect(code).toBe(137);
  });

  it('should say which program cannot be started', async () => {
    const { code, err } = await ended('--port', '0', '--', 'no-such-program');
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('no-such-program') });
  });
});

describe('serve with what it cannot use', () => {
  it('should name the port that is in use', async () => {
    const { url } = await served();
    const port = new URL(url).port;
    const { code, err } = await ended('--port', port);
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining(`Port ${port}`) });
  });

  it.each([
    ['--persist', 'cannot be written'],
    ['--write-env', 'cannot be written'],
  ])('should name the file of %s', async (option, words) => {
    const file = join(folder, 'nowhere', 'file');
    const { code, err } = await ended('--port', '0', option, file);
    expect(code).toBe(3);
    expect(err).toContain(file);
    expect(err).toContain(words);
    expect(err).not.toMatch(/^ {4}at /m);
  });

  it('should say in one line what the emulator does not take from the config file', async () => {
    const file = join(folder, 'serve.yaml');
    await writeFile(file, 'vaults: [{ name: x }]');
    const { code, err } = await ended('--port', '0', '--config', file);
    expect({ code, lines: err.trim().split('\n') }).toEqual({
      code: 3,
      lines: [expect.stringContaining("name must be a vault's name")],
    });
  });
});

import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../adapters/emulator/startEmulator.ts';
import { startTcp } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand, type Started, startCommand, until } from './testing/commandLine.ts';

const execute = promisify(execFile);

const SHORT = ['run', '--budget', '40calls', '--seed', '1'];
const LONG = ['run', '--budget', '1000000calls', '--seed', '1'];

/** Starts a run without end, and waits until it has done something. */
async function startLong(cwd: string, more: readonly string[] = []): Promise<Started> {
  const started = startCommand([...LONG, ...more], { cwd });
  const log = join(cwd, 'report', 'run.jsonl');
  const former = statSync(log, { throwIfNoEntry: false })?.ino;
  // The log of a run before this one is moved away, and calls follow the first line.
  await until(() => existsSync(log) && statSync(log).ino !== former && hasCalls(log));
  return started;
}

function hasCalls(log: string): boolean {
  return readFileSync(log, 'utf8').split('\n{"type":"exchange"').length > 20;
}

describe('the command line, interrupted', { timeout: 60_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('should close its log in order on %s', async (signal) => {
    const cwd = temporaryFolder();
    const started = await startLong(cwd, ['--json']);
    started.process.kill(signal);
    const ended = await started.ended;
    expectClearLine(ended, 2, /\nStopping: closing the log and tidying up\. Again to stop at once\.\n/);
    const printed = JSON.parse(ended.stdout);
    expect(printed).toMatchObject({
      verdict: 'inconclusive',
      reason: 'the run was interrupted',
      divergences: [],
    });
    expect(printed.sequences).toBeGreaterThan(0);
    expect(readdirSync(join(cwd, 'report')).sort()).toEqual([
      'junit.xml',
      'report.json',
      'report.md',
      'run.jsonl',
    ]);
    const lines = readFileSync(join(cwd, 'report', 'run.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'footer', verdict: 'inconclusive' });
  });

  it('should stop waiting for a target that does not answer at all', async () => {
    let isAsked = false;
    const silent = await startTcp(() => {
      isAsked = true;
    });
    onTestFinished(() => silent.close());
    const cwd = temporaryFolder();
    const started = startCommand([...SHORT, '--target', silent.origin, '--timeout', '600'], { cwd });
    await until(() => isAsked);
    started.process.kill('SIGINT');
    expectClearLine(await started.ended, 2, /^keyvault-conformance: the run was interrupted$/m);
  });

  it('should lose nothing by kill -9, and leave no report that is not its own', async () => {
    const cwd = temporaryFolder();
    expect((await runCommand(SHORT, { cwd })).code).toBe(0);
    const started = await startLong(cwd);
    started.process.kill('SIGKILL');
    await started.ended;
    const left = readdirSync(join(cwd, 'report'));
    expect(left.sort()).toEqual(['run.jsonl', 'run.jsonl.lock', 'run.previous.jsonl']);
    const lines = readFileSync(join(cwd, 'report', 'run.jsonl'), 'utf8').split('\n');
    for (const line of lines.slice(0, -1)) expect(() => JSON.parse(line)).not.toThrow();
    const shown = await runCommand(['report', 'report/run.jsonl'], { cwd });
    expectClearLine(shown, 2, /^$/);
    expect(shown.stdout).toMatch(/INCONCLUSIVE {2}Nothing can be concluded: the log ends after [\d,]+ calls/);
    expect((await runCommand(SHORT, { cwd })).code).toBe(0);
  });

  it('should leave nothing behind in a vault that others use', async () => {
    const emulator = await startEmulator({ seed: 1 });
    onTestFinished(() => emulator.close());
    const cwd = temporaryFolder();
    const target = ['--target', 'azure', '--vault', 'default', '--prefix', 'kvc-mine-'];
    const way = ['--connect', `127.0.0.1:${emulator.port}`, '--insecure', '--token-command', 'echo any'];
    // What is seen nowhere is waited for as long as a recovery may take.
    const patience = ['--settle-limit', '1'];
    const started = await startLong(cwd, [...target, ...way, ...patience]);
    started.process.kill('SIGINT');
    expectClearLine(await started.ended, 2, /Stopping/);
    for (const list of ['secrets', 'deletedsecrets']) {
      const command = ['--insecure', '--silent', '-H', 'Authorization: Bearer any'];
      const { stdout: page } = await execute('curl', [...command, `${emulator.url}/${list}?api-version=7.4`]);
      expect(page).not.toContain('kvc-mine-');
      expect(page).toContain('"value":[');
    }
  });
});

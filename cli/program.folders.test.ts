import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand, startCommand, until } from './testing/commandLine.ts';

const SHORT = ['run', '--budget', '40calls', '--seed', '1'];
const LONG = ['run', '--budget', '1000000calls', '--seed', '1'];

describe('the command line, of the folder that reports go to', { timeout: 60_000 }, () => {
  it('should refuse a file in its place', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'taken'), 'mine');
    for (const args of [SHORT, ['check', 'some.json']]) {
      const ended = await runCommand([...args, '--out', 'taken'], { cwd });
      expectClearLine(ended, 3, /^keyvault-conformance: taken cannot be written: .* is a file.*--out/m);
    }
    expect(readFileSync(join(cwd, 'taken'), 'utf8')).toBe('mine');
  });

  it.runIf(process.platform === 'linux')('should refuse one that cannot be made', async () => {
    const ended = await runCommand([...SHORT, '--out', '/proc/keyvault-conformance']);
    expectClearLine(
      ended,
      3,
      /\/proc\/keyvault-conformance cannot be written: .*choose another folder with --out/,
    );
  });

  it('should refuse a log that it did not write', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'report'));
    writeFileSync(join(cwd, 'report', 'run.jsonl'), 'precious');
    expectClearLine(await runCommand(SHORT, { cwd }), 3, /run\.jsonl exists and is no log.* left alone/);
    expect(readFileSync(join(cwd, 'report', 'run.jsonl'), 'utf8')).toBe('precious');
  });

  it('should keep a second run out while the first one goes on', async () => {
    const cwd = temporaryFolder();
    const first = startCommand(LONG, { cwd });
    await until(() => sizeOf(join(cwd, 'report', 'run.jsonl')) > 0);
    const second = await runCommand(SHORT, { cwd });
    expectClearLine(
      second,
      3,
      /run\.jsonl is being written by another run\. Give each run its own folder with --out/,
    );
    first.process.kill('SIGINT');
    await first.ended;
    const log = readFileSync(join(cwd, 'report', 'run.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(log.filter((line) => line.startsWith('{"type":"header"'))).toHaveLength(1);
    expect(log.at(-1)).toMatch(/^\{"type":"footer"/);
  });

  it('should end in order when the disk is full in the middle', async () => {
    const cwd = temporaryFolder();
    const ended = await runCommand(LONG, { cwd, shell: 'ulimit -f 256' });
    expectClearLine(
      ended,
      2,
      /^keyvault-conformance: report\/run\.jsonl cannot be written: the file would exceed .*--out/m,
    );
    // No report tells of a run that could not be kept, and nothing half written is left.
    expect(readdirSync(join(cwd, 'report'))).toEqual(['run.jsonl']);
    const shown = await runCommand(['report', join('report', 'run.jsonl'), '--json'], { cwd });
    expectClearLine(shown, 2, /^$/);
    expect(JSON.parse(shown.stdout).cut.problem).toMatch(/not whole|footer is missing/);
  });

  it.runIf(process.platform === 'linux')('should say so when its output cannot be written', async () => {
    const cwd = temporaryFolder();
    const command = 'exec > /dev/full';
    expectClearLine(
      await runCommand([...SHORT, '--json'], { cwd, shell: command }),
      2,
      /the standard output cannot be written: the disk is full/,
    );
    expectClearLine(
      await runCommand(['rules'], { shell: command }),
      2,
      /the standard output cannot be written/,
    );
  });

  it('should not mind a reader that has had enough, and still end with the verdict', async () => {
    const cwd = temporaryFolder();
    const shell = 'set -o pipefail; exec > >(head -c 10 > /dev/null) 2>&1';
    const ended = await runCommand(SHORT, { cwd, shell });
    expect(ended.code).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, 'report', 'report.json'), 'utf8')).verdict).toBe('conforms');
  });
});

describe('the command line with --json', { timeout: 60_000 }, () => {
  it('should print one JSON object, as it stands in report.json, and show progress elsewhere', async () => {
    const cwd = temporaryFolder();
    const ended = await runCommand([...SHORT, '--json'], { cwd });
    expect(ended.code).toBe(0);
    expect(ended.stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(ended.stdout)).toEqual(
      JSON.parse(readFileSync(join(cwd, 'report', 'report.json'), 'utf8')),
    );
  });
});

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

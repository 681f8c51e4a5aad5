import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { conformingLog, sampleExchange, sampleHeader } from '../testing/sampleLog.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { LogError } from './logError.ts';
import { LogWriter } from './logWriter.ts';

const WRITER = new URL('./logWriter.ts', import.meta.url).href;

/** Runs a script in a process of its own, which may die as it likes. */
function runScript(script: string, prefix = ''): { readonly status: number | null; readonly stderr: string } {
  const quoted = `'${script.replaceAll("'", `'\\''`)}'`;
  const command = `${prefix} exec ${process.execPath} --input-type=module-typescript --eval ${quoted}`;
  return spawnSync('bash', ['-c', command], { encoding: 'utf8' });
}

describe('LogWriter', { timeout: 30_000 }, () => {
  it('should write one line of JSON per event, type first', () => {
    const folder = temporaryFolder();
    const writer = new LogWriter(join(folder, 'deep', 'report'));
    for (const event of conformingLog()) writer.append(event);
    writer.close();
    const lines = readFileSync(writer.path, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(conformingLog());
    for (const line of lines) expect(line).toMatch(/^\{"type":"/);
  });

  it('should leave no lock behind when it is closed', () => {
    const folder = temporaryFolder();
    const writer = new LogWriter(folder);
    writer.close();
    writer.close();
    expect(readdirSync(folder)).toEqual(['run.jsonl']);
  });

  it('should have written an event when append returns, so that kill -9 loses nothing', () => {
    const folder = temporaryFolder();
    const script = `
      import { LogWriter } from '${WRITER}';
      const writer = new LogWriter(${JSON.stringify(folder)});
      writer.append(${JSON.stringify(sampleHeader())});
      for (let n = 1; n <= 100; n += 1) writer.append({ ...${JSON.stringify(sampleExchange(1))}, n });
      process.kill(process.pid, 'SIGKILL');`;
    expect(runScript(script).status).toBe(null);
    const lines = readFileSync(join(folder, 'run.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(101);
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual(sampleExchange(100));
    const next = new LogWriter(folder);
    next.append(sampleHeader());
    next.close();
    expect(readFileSync(join(folder, 'run.previous.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(101);
  });

  it('should refuse a second run in the same folder while the first goes on', () => {
    const folder = temporaryFolder();
    const first = new LogWriter(folder);
    expect(() => new LogWriter(folder)).toThrow(LogError);
    expect(() => new LogWriter(folder)).toThrow(/run\.jsonl is being written by another run.*--out/);
    const script = `import { LogWriter } from '${WRITER}'; new LogWriter(${JSON.stringify(folder)});`;
    expect(runScript(script).stderr).toContain('is being written by another run');
    first.close();
    new LogWriter(folder).close();
  });

  it('should not believe a lock of another machine that has been silent for long', () => {
    const folder = temporaryFolder();
    const lock = join(folder, 'run.jsonl.lock');
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', run: 'x' }));
    expect(() => new LogWriter(folder)).toThrow(`delete ${lock}`);
    spawnSync('touch', ['-d', '1 hour ago', lock]);
    new LogWriter(folder).close();
  });

  it('should leave alone a file that is no log', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'run.jsonl'), 'precious');
    expect(() => new LogWriter(folder)).toThrow(/exists and is no log.*Move it away/);
    expect(readFileSync(join(folder, 'run.jsonl'), 'utf8')).toBe('precious');
    expect(readdirSync(folder)).toEqual(['run.jsonl']);
  });

  it('should say so when the folder cannot be made', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'taken'), '');
    expect(() => new LogWriter(join(folder, 'taken'))).toThrow(
      /taken cannot be written: a part of its path is a file/,
    );
    expect(() => new LogWriter(join(folder, 'taken', 'deeper'))).toThrow(LogError);
    mkdirSync(join(folder, 'run.jsonl'));
    expect(() => new LogWriter(folder)).toThrow(/exists and is no log/);
  });

  it('should fail clearly and stay failed when no more can be written', () => {
    const folder = temporaryFolder();
    const script = `
      import { LogWriter } from '${WRITER}';
      const writer = new LogWriter(${JSON.stringify(folder)});
      writer.append(${JSON.stringify(sampleHeader())});
      const event = ${JSON.stringify(sampleExchange(1))};
      let message = '';
      try { for (;;) writer.append(event); } catch (fault) { message = fault.message; }
      try { writer.append(event); } catch (fault) { if (fault.message === message) console.error(message); }
      writer.close();`;
    const { stderr, status } = runScript(script, "trap '' XFSZ; ulimit -f 16;");
    expect(status).toBe(0);
    expect(stderr).toContain('cannot be written: the file would exceed the greatest size allowed');
    expect(stderr).toContain('choose another folder with --out');
  });

  it('should say so when it was removed meanwhile, although it could be written to the end', () => {
    const writer = new LogWriter(join(temporaryFolder(), 'report'));
    writer.append(sampleHeader());
    rmSync(join(writer.path, '..'), { recursive: true });
    writer.append(sampleExchange(1));
    expect(() => writer.close()).toThrow(/run\.jsonl was removed while the run went on\. Leave it/);
  });

  it('should refuse to append after closing', () => {
    const writer = new LogWriter(temporaryFolder());
    writer.close();
    expect(() => writer.append(sampleHeader())).toThrow('is closed');
  });
});

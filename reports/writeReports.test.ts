import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileError } from './files/fileError.ts';
import { foldLog } from './fold/foldLog.ts';
import { SET_ON_DELETED } from './testing/sampleDivergences.ts';
import { conformingLog, divergingLog, sampleHeader } from './testing/sampleLog.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';
import { writeReports } from './writeReports.ts';

describe('writeReports', { timeout: 30_000 }, () => {
  it('should write every report into a folder that it makes', async () => {
    const folder = join(temporaryFolder(), 'deep', 'report');
    const { files, scripts } = writeReports(await foldLog(divergingLog()), folder);
    expect(readdirSync(folder).sort()).toEqual(['curl', 'junit.xml', 'report.json', 'report.md']);
    expect(readdirSync(join(folder, 'curl'))).toHaveLength(3);
    expect(files.map(([label, path]) => [label, path.slice(folder.length + 1)])).toEqual([
      ['JSON', 'report.json'],
      ['JUnit', 'junit.xml'],
      ['Markdown', 'report.md'],
      ['curl', 'curl'],
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
      verdict: 'diverges',
    });
    const script = scripts.get(SET_ON_DELETED.signature) ?? '';
    expect(statSync(script).mode & 0o100).toBe(0o100);
    expect(spawnSync('bash', ['-n', script]).status).toBe(0);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).toContain(script.split('/').at(-1));
  });

  it('should write only what is asked for', async () => {
    const folder = temporaryFolder();
    const { files, scripts } = writeReports(await foldLog(divergingLog()), folder, ['junit']);
    expect(readdirSync(folder)).toEqual(['junit.xml']);
    expect(files).toHaveLength(1);
    expect(scripts.size).toBe(0);
  });

  it('should remove the scripts of earlier runs and nothing else', async () => {
    const folder = temporaryFolder();
    writeReports(await foldLog(divergingLog()), folder);
    writeFileSync(join(folder, 'curl', 'mine.sh'), '#!/bin/sh\n');
    writeReports(await foldLog(conformingLog()), folder);
    expect(readdirSync(join(folder, 'curl'))).toEqual(['mine.sh']);
    expect(readdirSync(folder).sort()).toEqual(['curl', 'junit.xml', 'report.json', 'report.md']);
  });

  it('should write no script for calls that are not known', async () => {
    const sequence = [{ at: 0, call: 'SetSecret s1', answer: '200' }];
    const divergence = { ...SET_ON_DELETED, sequence };
    const summary = await foldLog([sampleHeader(), { type: 'divergence', n: 1, divergence }]);
    const folder = temporaryFolder();
    expect(writeReports(summary, folder).scripts.size).toBe(0);
    expect(readFileSync(join(folder, 'report.md'), 'utf8')).not.toContain('**Replay**');
  });

  it('should say clearly when a file cannot be written, and leave no draft behind', async () => {
    const summary = await foldLog(conformingLog());
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'report.json'));
    expect(() => writeReports(summary, folder)).toThrow(FileError);
    expect(() => writeReports(summary, folder)).toThrow(
      /report\.json cannot be written: .*choose another folder with --out/,
    );
    expect(readdirSync(folder)).toEqual(['report.json']);
    writeFileSync(join(folder, 'file'), '');
    writeFileSync(join(folder, 'curl'), '');
    expect(() => writeReports(summary, folder)).toThrow(
      /curl cannot be cleared of the scripts of earlier runs/,
    );
    expect(() => writeReports(summary, join(folder, 'file'))).toThrow(/report\.json cannot be written: /);
  });
});

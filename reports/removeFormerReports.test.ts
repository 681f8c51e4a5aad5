import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldLog } from './fold/foldLog.ts';
import { removeFormerReports } from './removeFormerReports.ts';
import { divergingLog } from './testing/sampleLog.ts';
import { temporaryFolder } from './testing/temporaryFolder.ts';
import { writeReports } from './writeReports.ts';

describe('removeFormerReports', () => {
  it('should remove every report that an earlier run wrote', async () => {
    const folder = temporaryFolder();
    writeReports(await foldLog(divergingLog()), folder);
    expect(readdirSync(folder).sort()).toEqual(['curl', 'junit.xml', 'report.json', 'report.md']);
    removeFormerReports(folder);
    expect(readdirSync(folder)).toEqual(['curl']);
    expect(readdirSync(join(folder, 'curl'))).toEqual([]);
  });

  it("should leave other programs' files of the same names alone", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'report.json'), '{"format": 1, "mine": true}');
    writeFileSync(join(folder, 'junit.xml'), '<testsuites name="vitest tests"/>');
    mkdirSync(join(folder, 'report.md'));
    removeFormerReports(folder);
    expect(readdirSync(folder).sort()).toEqual(['junit.xml', 'report.json', 'report.md']);
  });

  it('should be content with a folder that is not there', () => {
    expect(() => removeFormerReports(join(temporaryFolder(), 'none'))).not.toThrow();
  });
});

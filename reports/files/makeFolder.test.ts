import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { faultCode } from './fileError.ts';
import { makeFolder } from './makeFolder.ts';

function codeOf(path: string): string {
  try {
    makeFolder(path);
    return 'made';
  } catch (fault) {
    return faultCode(fault);
  }
}

describe('makeFolder', () => {
  it('should make a folder and those above it, and take one that is there', () => {
    const folder = temporaryFolder();
    makeFolder(join(folder, 'a', 'b', 'c'));
    makeFolder(join(folder, 'a', 'b', 'c'));
    expect(statSync(join(folder, 'a', 'b', 'c')).isDirectory()).toBe(true);
  });

  it('should refuse a path that a file is in the way of', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    mkdirSync(join(folder, 'sub'));
    expect(codeOf(join(folder, 'file'))).toBe('ENOTDIR');
    expect(codeOf(join(folder, 'file', 'a', 'b'))).toBe('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('should end where the file system takes no new folder', () => {
    expect(codeOf('/proc/keyvault-conformance/report')).not.toBe('made');
  });
});

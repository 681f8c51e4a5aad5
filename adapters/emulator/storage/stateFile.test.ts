import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StateFile } from './stateFile.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'emulator-state-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a state file', () => {
  it('should give back what was saved, or nothing when there is no file', async () => {
    const path = join(folder, 'plain');
    expect(await new StateFile(path).load()).toBeUndefined();
    await new StateFile(path).save(() => ({ text: 'line\nline', number: 1 }));
    expect(await new StateFile(path).load()).toEqual({ text: 'line\nline', number: 1 });
  });

  it('should be readable by its owner alone and leave nothing beside it', async () => {
    const path = join(folder, 'private');
    await new StateFile(path).save(() => 1);
    expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith('private'))).toEqual(['private']);
  });

  it('should write once for many calls, and not before each state was taken', async () => {
    const path = join(folder, 'shared');
    const file = new StateFile(path);
    let state = 0;
    let taken = 0;
    const saves = Array.from({ length: 50 }, () => {
      state += 1;
      const least = state;
      return file
        .save(() => {
          taken += 1;
          return state;
        })
        .then(async () => expect(await new StateFile(path).load()).toBeGreaterThanOrEqual(least));
    });
    await Promise.all(saves);
    expect(taken).toBeLessThan(5);
    expect(await file.load()).toBe(50);
  });

  it('should refuse a file that was cut, changed or never its own, and name it', async () => {
    const path = join(folder, 'damaged');
    await new StateFile(path).save(() => ({ vaults: ['a', 'b'] }));
    const good = await readFile(path, 'utf8');
    for (const bad of [
      '',
      'x',
      good.slice(0, -1),
      good.slice(0, 20),
      good.replace('"b"', '"c"'),
      '{}\n{}',
      'null\n',
    ]) {
      await writeFile(path, bad);
      await expect(new StateFile(path).load()).rejects.toThrow(`The state file ${path} is damaged`);
    }
  });

  it('should say why it cannot be read or written, and go on when it can be again', async () => {
    await expect(new StateFile(folder).load()).rejects.toThrow(`${folder} cannot be read (EISDIR)`);
    const path = join(folder, 'missing', 'state');
    const file = new StateFile(path);
    await expect(file.save(() => 1)).rejects.toThrow(`${path} cannot be written (ENOENT)`);
    await expect(file.save(() => 1)).rejects.toThrow('ENOENT');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../usageError.ts';
import { readServeConfig } from './serveConfig.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-config-'));
  file = join(folder, 'serve.yaml');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the config file of serve', () => {
  it('should be read as YAML and as JSON', async () => {
    const config = { vaults: [{ name: 'team', retentionDays: 7 }], tokenSeconds: 60 };
    await writeFile(file, JSON.stringify(config));
    expect(readServeConfig(file)).toEqual(config);
    await writeFile(file, 'vaults:\n  - name: team\n    retentionDays: 7\ntokenSeconds: 60\n');
    expect(readServeConfig(file)).toEqual(config);
  });

  it('should be allowed to say nothing', async () => {
    await writeFile(file, '# nothing yet\n');
    expect(readServeConfig(file)).toEqual({});
  });

  it.each([
    ['vaults: [', 'see its line'],
    ['- one', 'must have fields'],
    ['vault: []', 'no field "vault"'],
    ['vaults: yes', 'vaults must be a list'],
    ['tokenSeconds: soon', 'tokenSeconds must be a number'],
  ])('should be refused with its name and what is wrong with %j', async (text, words) => {
    await writeFile(file, text);
    expect(() => readServeConfig(file)).toThrow(UsageError);
    expect(() => readServeConfig(file)).toThrow(file);
    expect(() => readServeConfig(file)).toThrow(words);
  });

  it('should not be quoted where it is no YAML: there may be a secret', async () => {
    await writeFile(file, 'clientSecret: "hush\n  x: ]');
    expect(() => readServeConfig(file)).toThrow(/^(?!.*hush)/s);
  });
});

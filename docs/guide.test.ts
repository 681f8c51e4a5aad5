import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';

const GUIDE = new URL('guide.md', import.meta.url);
const MAIN = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
const CONFIG = new URL('../cli/config/defineConfig.ts', import.meta.url);

/** A block of commands, with what the guide says that they end with and print. */
interface Example {
  readonly commands: string;
  readonly exitCode: number;
  readonly printed: readonly string[];
}

/** The blocks marked `sh`, each with the block marked `text` that follows it before the next. */
function examplesIn(guide: string): readonly Example[] {
  const block = /^```sh(?: exit=(\d))?\n([\s\S]*?)^```\n(?:\s*^```text\n([\s\S]*?)^```\n)?/gm;
  return [...guide.matchAll(block)].map(([, exit, commands = '', printed = '']) => ({
    commands,
    exitCode: Number(exit ?? 0),
    printed: printed.split('\n').filter((line) => line !== ''),
  }));
}

/** Somebody's folder in which the package is installed, for as long as the tests may take. */
function folderWithPackage(): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = temporaryFolder();
  const bin = join(cwd, 'node_modules', '.bin');
  const installed = join(cwd, 'node_modules', 'keyvault-conformance');
  mkdirSync(bin, { recursive: true });
  mkdirSync(installed);
  writeFileSync(join(installed, 'package.json'), '{"type":"module","exports":"./index.js"}');
  writeFileSync(join(installed, 'index.js'), `export * from ${JSON.stringify(CONFIG.href)};\n`);
  const npx = `#!/bin/sh\nshift\nexec ${JSON.stringify(process.execPath)} ${JSON.stringify(MAIN)} "$@"\n`;
  writeFileSync(join(bin, 'npx'), npx);
  chmodSync(join(bin, 'npx'), 0o755);
  symlinkSync(process.execPath, join(bin, 'node'));
  const kept = Object.entries(process.env).filter(([name]) => !/^(KEYVAULT_|AZURE_|NODE_OPTIONS)/.test(name));
  const path = `${bin}${delimiter}${process.env.PATH}`;
  return { cwd, env: { ...Object.fromEntries(kept), PATH: path, NO_COLOR: '1' } };
}

describe('the guide', () => {
  const examples = examplesIn(readFileSync(GUIDE, 'utf8'));

  it('should have an example of each command', () => {
    const all = examples.map(({ commands }) => commands).join('');
    for (const command of ['run', 'check', 'report', 'targets', 'serve', 'bill', 'rules', 'explain']) {
      expect(all).toContain(`npx keyvault-conformance ${command}`);
    }
  });

  it('should tell what its commands print', { timeout: 240_000 }, async () => {
    const { cwd, env } = folderWithPackage();
    for (const { commands, exitCode, printed } of examples) {
      const { code, text } = await runInBash(commands, cwd, env);
      expect(code, `${commands}\n${text}`).toBe(exitCode);
      // Lines of the guide are beginnings, wrapped and spaced as they are read best.
      for (const line of printed) expect(spaced(text), commands).toContain(spaced(line));
    }
  });
});

function runInBash(commands: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile('bash', ['-e', '-c', commands], { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : (child.exitCode ?? -1);
      resolve({ code, text: stdout + stderr });
    });
  });
}

interface Ran {
  readonly code: number;
  readonly text: string;
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

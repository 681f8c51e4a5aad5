import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { expectClearLine } from './testing/clearLine.ts';
import { runCommand } from './testing/commandLine.ts';

const WRONG: readonly (readonly [string, RegExp])[] = [
  ['bogus', /^error: unknown command 'bogus'\n\(add --help/],
  ['run --bogus', /^error: unknown option '--bogus'\n\(add --help/],
  ['run --targt x', /Did you mean --target\?/],
  ['run extra', /^error: too many arguments for 'run'/],
  ['check', /^error: missing required argument 'file'/],
  ['run --budget 0', /'--budget <budget>' argument '0' is invalid\. It is a number of calls/],
  ['run --seed -1', /'--seed <number>' argument '-1' is invalid\. It is a whole number/],
  ['run --concurrency many', /'--concurrency <n>' argument 'many' is invalid/],
  ['run --strategy guess', /"guess" is not one of walk/],
  ['run --report pdf', /"pdf" is not one of json, junit, markdown, curl/],
  ['run --client soap', /^keyvault-conformance: --client is rest or sdk, not "soap"/],
  ['run --settle maybe', /^keyvault-conformance: --settle is none or real, not "maybe"/],
  ['run --target nosuch', /there is no target "nosuch": it is one of embedded, /],
  ['run --target azure', /the target "azure" needs a vault: --vault NAME/],
  ['run --only ZZ', /--only ZZ: there is no rule or group "ZZ"/],
  ['run --budget 5calls,6calls', /'5calls,6calls' is invalid\. It is one of each/],
  ['run --timeout 99999999', /'99999999' is invalid\. It is a number of seconds of at most 86400/],
  ['run --api-version 7.0', /'7\.0' is invalid\. It is one from 7\.1 on/],
  ['run --target https://localhost --insecure --ca x', /--insecure and --ca contradict each other/],
  ['run --identity --token-command x', /--identity and --token-command contradict each other/],
  ['run --target https://localhost --url https://127.0.0.1', /--url and --target contradict each other/],
  ['run --vault my-vault', /--vault is for the target azure, not for "embedded"/],
  ['run --target lowkey-vault --prefix x', /--prefix is for the target azure or url, not for "lowkey-vault"/],
  ['run --target https://localhost --settle real', /--settle real is for the embedded emulator/],
  ['run --target https://localhost --prefix a_b', /"a_b" is not a prefix for names/],
  ['run --target https://localhost --host a/b', /"a\/b" is not a host to send/],
  ['run --known nofile', /--known nofile cannot be read: it does not exist/],
  ['run --config nofile', /--config nofile: there is no such file/],
  ['run --config .', /--config \.: a config file is a module in TypeScript or JavaScript/],
  ['run --target https://localhost --ca nofile', /certificate file nofile cannot be read: no such file/],
  ['run --target https://localhost --connect nowhere', /"nowhere" is not an address to connect to/],
  ['check nofile', /^keyvault-conformance: nofile: there is no such file/],
  ['check .', /^keyvault-conformance: \.: this is a directory\. Name the files in it/],
  ['report nofile', /^keyvault-conformance: nofile cannot be read: it does not exist/],
  ['rules --level high', /--level is must, should or unspecified, not "high"/],
  ['serve --port 70000', /'--port <number>' argument '70000' is invalid/],
  ['serve --port 0 --persist nofolder/state', /nofolder\/state/],
];

describe('the command line, used wrongly', { timeout: 60_000 }, () => {
  it.each(WRONG)(
    'should end `%s` with a clear line and exit code 3, and leave nothing',
    async (line, what) => {
      const cwd = temporaryFolder();
      const ended = await runCommand(line.split(' '), { cwd });
      expectClearLine(ended, 3, what);
      expect(ended.stdout).toBe('');
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  it('should name the option of a config file that there is not', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'keyvault-conformance.config.ts'), 'export default { bugdet: "10calls" };\n');
    expectClearLine(await runCommand(['run'], { cwd }), 3, /config\.ts: there is no option "bugdet"/);
  });

  it('should let the command line stand where the config file says something against it', async () => {
    const cwd = temporaryFolder();
    const config = { target: 'azure', vault: 'my-vault', insecure: true, budget: '5calls' };
    writeFileSync(join(cwd, 'keyvault-conformance.config.ts'), `export default ${JSON.stringify(config)};\n`);
    const ended = await runCommand(['run', '--target', 'embedded', '--kinds', 'secret'], { cwd });
    expect(ended.code, ended.stderr).toBe(0);
    const line = ['run', '--target', 'https://localhost:1', '--ca', 'nofile'];
    expectClearLine(await runCommand(line, { cwd }), 3, /certificate file nofile cannot be read/);
  });

  it('should say what is wrong with a file that is no recording, or no log', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'poem.txt'), 'roses are red\n');
    expectClearLine(await runCommand(['check', 'poem.txt'], { cwd }), 3, /no recording of a known format/);
    expectClearLine(await runCommand(['report', 'poem.txt'], { cwd }), 3, /poem\.txt is no log of a run/);
  });

  it('should print help and end well when it is asked for help', async () => {
    const ended = await runCommand(['run', '--help']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    expect(ended.stdout).toContain('--budget <budget>');
  });
});

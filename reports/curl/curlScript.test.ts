import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Divergence, SequenceRow, TargetSummary } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import type { RunSummary } from '../fold/runSummary.ts';
import { PURGED_EARLY, SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { divergingLog, sampleHeader } from '../testing/sampleLog.ts';
import { temporaryFolder } from '../testing/temporaryFolder.ts';
import { curlScript } from './curlScript.ts';

const { target } = sampleHeader();

async function scriptOf(divergence: Divergence, about: TargetSummary = target): Promise<string> {
  const summary: RunSummary = { ...(await foldLog(divergingLog())), target: about };
  return curlScript({ ...divergence, cause: 'any', n: 1 }, summary, 'some.sh');
}

/** A `curl` that appends its arguments and what it is sent to a file, each ended by a NUL, and answers 200. */
const PRINTING_CURL = `#!/usr/bin/env bash
for argument in "$@"; do printf '%s\\0' "$argument"; done >> "$RECORD"
if [[ " $* " == *' --data-binary @- '* ]]; then cat >> "$RECORD"; fi
printf '\\0' >> "$RECORD"
printf '{}\\n200'
`;

/** Runs a script with a curl that prints; answers what curl was given, and what the script printed. */
function runOnStub(script: string): {
  readonly record: string;
  readonly printed: string;
  readonly status: number | null;
} {
  const folder = temporaryFolder();
  const record = join(folder, 'record');
  writeFileSync(record, '');
  writeFileSync(join(folder, 'curl'), PRINTING_CURL);
  chmodSync(join(folder, 'curl'), 0o755);
  writeFileSync(join(folder, 'some.sh'), script);
  const env = {
    PATH: `${folder}:${process.env.PATH}`,
    RECORD: record,
    VAULT_URL: 'https://v',
    NAME_SUFFIX: '',
  };
  const { stdout, stderr, status } = spawnSync('bash', [join(folder, 'some.sh')], { env, encoding: 'utf8' });
  const recorded = spawnSync('cat', [record], { encoding: 'utf8' }).stdout;
  return { record: recorded, printed: stdout + stderr, status };
}

/** A row whose every text is the one given. */
function rowOf(value: string): SequenceRow {
  return {
    at: 0,
    call: value,
    answer: value,
    state: value,
    request: {
      method: 'PUT',
      url: `https://v/secrets/${encodeURIComponent(value)}`,
      headers: { 'x-text': value, [value]: value },
      body: { value },
    },
  };
}

describe('curlScript', { timeout: 30_000 }, () => {
  it('should give curl exactly the recorded request and run nothing else, for any text', async () => {
    const unit = fc.oneof(fc.constantFrom(...'\'"\\$`!\n#;&|()'), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 40 }), async (raw) => {
        const value = raw.toWellFormed();
        const divergence: Divergence = {
          ...SET_ON_DELETED,
          operation: value,
          state: value,
          signature: value,
          remark: value,
          expected: [{ answer: value, rules: [value], when: value }],
          observed: { answer: value },
          sequence: [rowOf(value)],
        };
        const about = { ...target, name: value, url: value, version: value };
        const { record, printed, status } = runOnStub(await scriptOf(divergence, about));
        expect(status, printed).toBe(0);
        expect(printed).not.toMatch(/some\.sh: line|command not found/);
        const received = record.split('\0');
        expect(received).toContain(`https://v/secrets/${encodeURIComponent(value)}`);
        expect(received).toContain(`x-text: ${value.replace(/[\r\n]+/g, ' ').replaceAll('\0', '')}`);
        expect(received).toContain(JSON.stringify({ value }));
      }),
      { numRuns: 25 },
    );
  });

  it('should begin with comments alone, however long the texts are', async () => {
    const long = 'rm -rf $HOME '.repeat(40);
    const script = await scriptOf({ ...SET_ON_DELETED, remark: long, state: long });
    const head = script.slice(0, script.indexOf('set -euo')).trimEnd().split('\n');
    expect(head.length).toBeGreaterThan(15);
    for (const line of head) expect(line).toMatch(/^#/);
  });

  it('should say how to reach a vault whose host name is not the target', async () => {
    expect(await scriptOf(SET_ON_DELETED, { ...target, url: 'https://127.0.0.1:9443' })).toContain(
      "# Use: VAULT_URL=https://vault-1.localhost:8443 TOKEN=... CURL_OPTIONS='--insecure --connect-to",
    );
    const own = { ...target, url: 'https://vault-1.localhost:8443' };
    expect(await scriptOf(SET_ON_DELETED, own)).toContain(
      '# Use: VAULT_URL=https://vault-1.localhost:8443 TOKEN=... bash some.sh',
    );
  });

  it('should never hold a token', async () => {
    const [row] = SET_ON_DELETED.sequence;
    const request = {
      method: 'GET',
      url: 'https://v/secrets',
      headers: { Authorization: 'Bearer real', cookie: 'real' },
    };
    const script = await scriptOf({
      ...SET_ON_DELETED,
      sequence: [{ at: 0, call: row?.call ?? '', request }],
    });
    expect(script).not.toContain('real');
    expect(script).toContain('"$TOKEN"');
  });

  it("should move time on by the target's own request, and wait where the run waited", async () => {
    const early = runOnStub(await scriptOf(PURGED_EARLY)).record.split('\0');
    expect(early).toContain('https://localhost:8443/management/vault/time/all?seconds=604799');
    const waited = runOnStub(await scriptOf(SET_ON_DELETED)).record.split('\0');
    expect(waited).toContain('https://localhost:8443/management/vault/time/all?seconds=300');
    const advance = { method: 'POST', url: '/clock', body: { advance: '{seconds}', freeze: true } };
    const own = runOnStub(await scriptOf(PURGED_EARLY, { ...target, advance })).record.split('\0');
    expect(own).toContain('https://v/clock');
    expect(own).toContain('{"advance":604799,"freeze":true}');
    const asText = { method: 'POST', url: '/clock', body: '{"advance": {seconds}}' };
    const sent = runOnStub(await scriptOf(PURGED_EARLY, { ...target, advance: asText })).record.split('\0');
    expect(sent).toContain('{"advance": 604799}');
  });

  it('should ask to be filled in where nothing is known to move time on', async () => {
    const { advance: _, ...clockless } = target;
    const { printed, status } = runOnStub(await scriptOf(PURGED_EARLY, clockless));
    expect(status).toBe(3);
    expect(printed).toContain(
      'Fill in advance_clock in this script: time must move on by 604799 seconds here.',
    );
  });

  it('should ask for the token of each caller that the run named', async () => {
    const sequence = SET_ON_DELETED.sequence.map((row, i) => ({
      ...row,
      ...(i === 1 && { principal: 'the deleter' }),
    }));
    const script = await scriptOf({ ...SET_ON_DELETED, sequence });
    const { printed, status } = runOnStub(script);
    expect(status).not.toBe(0);
    expect(printed).toContain('TOKEN_THE_DELETER: Set it to a token of the caller the deleter');
    expect(runOnStub(script.replace('set -euo', 'TOKEN_THE_DELETER=\nset -euo')).status).toBe(0);
  });

  it('should say what it needs when no vault is named', async () => {
    const { stderr, status } = spawnSync('bash', ['-c', await scriptOf(SET_ON_DELETED)], {
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
    });
    expect(status).not.toBe(0);
    expect(stderr).toContain('VAULT_URL: Set it to the base URL of the vault');
  });
});

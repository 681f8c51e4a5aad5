import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../model/event.ts';
import { divergingLog } from '../reports/testing/sampleLog.ts';
import { runCommand } from './testing/commandLine.ts';

const LIMIT = 60_000;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'explain-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes events as the log of a run. */
function logOf(name: string, events: readonly RunEvent[]): string {
  const file = join(folder, name);
  writeFileSync(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  return file;
}

async function explain(...args: readonly string[]): Promise<Record<string, Record<string, unknown>>> {
  const { stdout, stderr, code } = await runCommand(['explain', ...args, '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('explain', { timeout: LIMIT }, () => {
  it('should tell of a rule what is known of it', async () => {
    const { rule } = await explain('nr-01');
    expect(rule).toMatchObject({ id: 'NR-01', level: 'must', basis: 'observed', needs: [] });
    expect(rule?.evidence).toContain('Recorded');
  });

  it('should tell of an operation its permission and its audit record', async () => {
    const { operation } = await explain('PurgeDeletedKey');
    expect(operation).toMatchObject({
      plane: 'data',
      permission: { collection: 'keys', policy: ['purge'] },
      audit: { operationName: 'KeyPurge', rule: 'EV-03' },
    });
  });

  it('should tell of an exchange of a log what was allowed, why, and what it must leave in the logs', async () => {
    const file = logOf('refused.jsonl', loggedRefusal());
    const { exchange } = await explain(file, '--exchange', '2');
    expect(exchange).toMatchObject({
      call: 'GetSecret gone',
      judgement: 'unexplained',
      audit: { operationName: 'SecretGet', resultType: 'Success', httpStatusCode: 200 },
    });
    expect(JSON.stringify(exchange?.allowed)).toContain('404 SecretNotFound');
  });

  it('should tell of a divergence by its number, and list them when it is not clear which', async () => {
    const file = logOf('diverging.jsonl', divergingLog());
    const { divergence } = await explain(file, '--divergence', '1');
    expect(divergence).toMatchObject({ severity: 'data-lost-early' });
    const { code, stderr } = await runCommand(['explain', file]);
    expect(code).toBe(3);
    expect(stderr).toContain('--divergence');
  });

  it('should say what is wrong with a subject that is nothing', async () => {
    const { code, stderr } = await runCommand(['explain', join(folder, 'nothing')]);
    expect(stderr).toContain('does not exist');
    expect(code).not.toBe(0);
  });
});

/** A log in which a name that was never used answers a read. */
function loggedRefusal(): readonly RunEvent[] {
  const [header] = divergingLog();
  const secret = { vault: 'v', kind: 'secret', name: 'gone' } as const;
  const exchange = {
    type: 'exchange',
    sequence: 1,
    window: { from: 1_760_000_000, to: 1_760_000_001 },
    judgement: 'explained',
    rules: [],
    state: { before: '', after: '' },
  } as const;
  return [
    ...(header ? [header] : []),
    { type: 'vault', vault: 'v', settings: { softDelete: true, retentionDays: 90, purgeProtection: false } },
    { type: 'sequence', sequence: 1, strategy: 'walk', vault: 'v', purpose: 'explore' },
    {
      ...exchange,
      n: 1,
      command: { op: 'delete', ...secret },
      answer: { status: 404, oddities: [], refusal: { code: 'SecretNotFound', message: 'not found' } },
    },
    { ...exchange, n: 2, command: { op: 'get', ...secret }, answer: { status: 200, oddities: [] } },
  ];
}

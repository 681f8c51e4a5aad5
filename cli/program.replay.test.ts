import { join } from 'node:path';
import { expect, it } from 'vitest';
import { answerJson } from '../adapters/rest/testing/localServer.ts';
import { temporaryFolder } from '../reports/testing/temporaryFolder.ts';
import { runCommand } from './testing/commandLine.ts';
import { startFaultyProxy } from './testing/faultyProxy.ts';

const LIMIT = 120_000;

it('should run a divergence again: reproduced, fixed, or unreachable', { timeout: LIMIT }, async () => {
  let refused: 'recover' | 'nothing' | 'set' = 'recover';
  const url = await startFaultyProxy((_number, response, { method, url: path }) => {
    const isRecover = method === 'POST' && /^\/deletedsecrets\/[^/]+\/recover/.test(path);
    const isSet = method === 'PUT' && path.startsWith('/secrets/');
    if (!(refused === 'recover' && isRecover) && !(refused === 'set' && isSet)) return 'pass';
    answerJson(response, 400, { error: { code: 'BadParameter', message: 'not now' } });
    return 'answered';
  });
  const out = join(temporaryFolder(), 'out');
  const run = await runCommand([
    'run',
    '--target',
    url,
    '--budget',
    '40calls',
    '--seed',
    '5',
    '--settle-limit',
    '1',
    '--shrink-calls',
    '10',
    '--strategy',
    'lives',
    '--out',
    out,
  ]);
  expect(run.code).toBe(1);
  const replay = async (file: string, divergence: string): Promise<Record<string, unknown>> => {
    const ended = await runCommand(['replay', join(out, file), '--divergence', divergence, '--json']);
    return { code: ended.code, ...JSON.parse(ended.stdout || '{}'), stderr: ended.stderr };
  };
  const { signature } = await replay('report.json', '1');
  expect(signature).toContain('RecoverDeletedSecret');
  expect(await replay('report.json', '1')).toMatchObject({ code: 1, result: 'reproduced' });
  expect(await replay('run.jsonl', String(signature))).toMatchObject({ code: 1, result: 'reproduced' });
  refused = 'nothing';
  expect(await replay('report.json', '1')).toMatchObject({ code: 0, result: 'fixed', signatures: [] });
  refused = 'set';
  expect(await replay('report.json', '1')).toMatchObject({ code: 2, result: 'unreachable' });
});

it('should say that a divergence of recordings keeps no steps', { timeout: LIMIT }, async () => {
  const out = temporaryFolder();
  const { code, stderr } = await runCommand(['replay', join(out, 'report.json')]);
  expect(code).not.toBe(0);
  expect(stderr).toContain('does not exist');
});

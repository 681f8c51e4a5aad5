import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../model/event.ts';
import { foldLog } from '../fold/foldLog.ts';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { checkLog, conformingLog, divergingLog, sampleHeader, unreachableLog } from '../testing/sampleLog.ts';
import { junitReport } from './junitReport.ts';

/** A test case as a reader of JUnit sees it. */
interface Case {
  readonly group: string;
  readonly name: string;
  result: string;
  message: string;
  text: string;
}

/** Reads a report strictly; also the counts that its suite claims. */
function read(xml: string): {
  readonly cases: readonly Case[];
  readonly counts: { readonly [name: string]: string };
} {
  const parser = new SaxesParser();
  const cases: Case[] = [];
  let counts: { readonly [name: string]: string } = {};
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const last = cases.at(-1);
    if (name === 'testsuite') counts = attributes;
    else if (name === 'testcase') {
      const { classname = '', name: title = '' } = attributes;
      cases.push({ group: classname, name: title, result: 'passed', message: '', text: '' });
    } else if (last !== undefined && ['failure', 'skipped', 'error'].includes(name)) {
      last.result = name;
      last.message = attributes.message ?? '';
    }
  });
  parser.on('text', (text) => {
    const last = cases.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.write(xml).close();
  return { cases, counts };
}

async function report(events: readonly RunEvent[]): Promise<ReturnType<typeof read>> {
  return read(junitReport(await foldLog(events)));
}

describe('junitReport', () => {
  it('should have one case per rule, in the class of its group', async () => {
    const { cases, counts } = await report(conformingLog());
    expect(cases).toHaveLength(sampleHeader().rules.length);
    expect(cases.find(({ name }) => name.startsWith('DL-01 '))).toMatchObject({
      group: 'DL',
      result: 'passed',
    });
    expect(counts).toMatchObject({ tests: '19', failures: '0', errors: '0', skipped: '9', time: '41.3' });
  });

  it('should fail a rule with every divergence that breaks it', async () => {
    const { cases, counts } = await report(divergingLog());
    const broken = cases.find(({ name }) => name.startsWith('NR-01 '));
    expect(broken).toMatchObject({ group: 'NR', result: 'failure' });
    expect(broken?.message).toMatch(/^SetSecret on a name that is deleted answered 200/);
    expect(broken?.text).toContain('3. at 5 min: SetSecret s1 (state: deleted) -> 200 with a new version');
    expect(counts).toMatchObject({ failures: '4' });
  });

  it('should say why a rule is skipped', async () => {
    const { cases } = await report(divergingLog());
    const messageOf = (id: string): string | undefined =>
      cases.find(({ name }) => name.startsWith(id))?.message;
    expect(messageOf('UN-01')).toBe('not applicable: the target has no subscriptions');
    expect(messageOf('DL-03')).toMatch(/^never reached: no call of this run led to it/);
  });

  it('should be in error when nothing could be judged', async () => {
    const { cases, counts } = await report(unreachableLog());
    expect(cases[0]).toMatchObject({ group: 'run', result: 'error' });
    expect(cases[0]?.message).toContain('nothing answers at https://localhost:8443');
    expect(counts).toMatchObject({ errors: '1' });
  });

  it('should tell divergences that break no rule by name', async () => {
    const nameless: RunEvent = { type: 'divergence', n: 1, divergence: { ...SET_ON_DELETED, rules: [] } };
    const { cases } = await report([sampleHeader(), nameless]);
    expect(cases.at(-1)).toMatchObject({ group: 'divergence', result: 'failure' });
  });

  it('should be well-formed for recordings and for any text', async () => {
    expect((await report(checkLog())).counts.failures).toBe('1');
    const text = '\0\u001b[31m]]> <&"\ud800\ufffe';
    const divergence = {
      ...SET_ON_DELETED,
      operation: text,
      state: text,
      remark: text,
      signature: text,
      rules: [text],
    };
    const { cases } = await report([sampleHeader(), { type: 'divergence', n: 1, divergence }]);
    expect(cases.at(-1)?.message).toContain('\\u{0}\\u{1b}[31m]]> <&"\\u{d800}\\u{fffe}');
  });
});

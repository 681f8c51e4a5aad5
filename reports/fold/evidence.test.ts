import { expect, it } from 'vitest';
import type { RunEvent } from '../../model/event.ts';
import { checkLog, sampleExchange, sampleHeader } from '../testing/sampleLog.ts';
import { foldLog } from './foldLog.ts';
import { withoutEvidence } from './withoutEvidence.ts';

it('should count as evidence only what a rule explains, once for each exchange', async () => {
  const log: readonly RunEvent[] = [
    sampleHeader({ command: 'check' }),
    sampleExchange(1, { rules: ['DL-01', 'DL-01'] }),
    sampleExchange(2, { rules: ['DL-01', 'DL-02'] }),
    sampleExchange(3, { judgement: 'unspecified', rules: ['LS-09'] }),
    sampleExchange(4, { judgement: 'unexplained', rules: ['DL-03'] }),
  ];
  const { rules } = await foldLog(log);
  const counted = rules.filter(({ evidence }) => evidence > 0);
  expect(counted.map(({ rule, evidence }) => [rule.id, evidence])).toEqual([
    ['DL-01', 2],
    ['DL-02', 1],
  ]);
});

it('should say of each rule without evidence why it has none', async () => {
  const late = 'needs to wait for the end of a retention interval';
  const log = checkLog().map(
    (event): RunEvent => (event.type === 'footer' ? { ...event, neverReached: { 'PG-07': late } } : event),
  );
  const { rules } = await foldLog(log);
  const groups = withoutEvidence(rules);
  const whyOf = (id: string): string | undefined => groups.find((group) => group.rules.includes(id))?.why;
  expect(whyOf('UN-01')).toBe('unobservable');
  expect(whyOf('PG-07')).toBe('not-in-recordings');
  expect(whyOf('RC-01')).toBe('never-recorded');
  expect(whyOf('DL-01')).toBeUndefined();
  // Broken where it was at stake: recordings could have shown it.
  expect(whyOf('NR-01')).toBe('never-recorded');
  expect(groups.flatMap((group) => group.rules)).toHaveLength(rules.length - 1);
});

it('should count exchanges by operation and plane, those without a command too', async () => {
  const vaultCall = { op: 'get', vault: 'm', kind: 'vault', name: 'v' } as const;
  const log: readonly RunEvent[] = [
    sampleHeader({ command: 'check' }),
    sampleExchange(1),
    sampleExchange(2, { judgement: 'unexplained', rules: [] }),
    sampleExchange(3, { judgement: 'unjudged', rules: [] }),
    sampleExchange(4, { command: vaultCall }),
    {
      type: 'skipped',
      exchanges: 2,
      why: 'no command',
      counted: true,
      operation: 'GET storage',
      plane: 'data',
    },
    { type: 'skipped', exchanges: 9, why: '401 challenge', counted: false },
  ];
  const { exchanges } = await foldLog(log);
  expect(exchanges.operations).toEqual([
    { operation: 'DeleteSecret', plane: 'data', total: 3, modelled: 2, explained: 1 },
    { operation: 'GET storage', plane: 'data', total: 2, modelled: 0, explained: 0 },
    { operation: 'VaultGet', plane: 'management', total: 1, modelled: 1, explained: 1 },
  ]);
  expect(exchanges.planes).toEqual({
    data: { total: 5, modelled: 2, explained: 1 },
    management: { total: 1, modelled: 1, explained: 1 },
  });
  expect(exchanges).toMatchObject({ total: 6, modelled: 3, explained: 2 });
});

import { expect, it } from 'vitest';
import { foldLog } from '../fold/foldLog.ts';
import { conformingLog, sampleFooter } from '../testing/sampleLog.ts';
import { reachReport } from './reachReport.ts';

it('should show what was tried where, what was not, and what cannot be reached and why', async () => {
  const tables = [
    {
      kind: 'secret',
      calls: ['set', 'restore'],
      rows: [
        { state: 'absent', marks: 'xb' },
        { state: 'live', marks: '.p' },
      ],
    },
  ];
  const reach = { tried: 2, reachable: 3, tables, unreached: { purging: 'the target purges at once' } };
  const log = [...conformingLog().slice(0, -1), sampleFooter({ reach })];
  const text = reachReport(await foldLog(log));
  expect(text).toContain('2 of 3 reachable');
  expect(text).toContain('2 tried, 1 reachable and not tried, 1 unreachable.');
  expect(text).toMatch(/\| set +\| ● +\| \? +\|/);
  expect(text).toMatch(/\| restore +\| –b +\| ○ +\|/);
  expect(text).toContain('**purging**: the target purges at once');
});

it('should be empty for logs that tell no more than the sums', async () => {
  expect(reachReport(await foldLog(conformingLog()))).toBe('');
});

import { describe, expect, it } from 'vitest';
import { foldLog } from '../fold/foldLog.ts';
import { checkLog, conformingLog, sampleFooter, sampleHeader, unreachableLog } from '../testing/sampleLog.ts';
import { groupByReason, idsWith } from './standings.ts';

describe('groupByReason', () => {
  it('should put rules of one reason together', async () => {
    expect(groupByReason(await foldLog(conformingLog()), 'not-applicable')).toEqual([
      { ids: ['UN-01'], reason: 'the target has no subscriptions' },
      { ids: ['SD-06', 'SD-07'], reason: 'the target makes no vault without soft delete' },
    ]);
  });

  it('should take the reason that the run gives for a rule that was never reached', async () => {
    const footer = sampleFooter({ neverReached: { 'PP-05': 'the target cannot protect' } });
    const groups = groupByReason(await foldLog([...conformingLog().slice(0, -1), footer]), 'never-reached');
    expect(groups[0]).toEqual({ ids: ['PP-05'], reason: 'the target cannot protect' });
  });

  it.each([
    [
      'the run led nowhere',
      conformingLog(),
      'no call of this run led to it; a larger budget or another strategy may',
    ],
    ['the run was cut', conformingLog().slice(0, -1), 'the run ended before a call led to it'],
    ['nothing was called', unreachableLog(), 'no call was made'],
    ['recordings were judged', checkLog(), 'no recording shows it'],
  ])('should say why else rules were never reached when %s', async (_, events, reason) => {
    const groups = groupByReason(await foldLog(events), 'never-reached');
    expect(groups.map((group) => group.reason)).toContain(reason);
  });
});

describe('idsWith', () => {
  it('should keep the order of the catalogue', async () => {
    const ids = sampleHeader().rules.map(({ id }) => id);
    expect(idsWith(await foldLog([sampleHeader(), sampleFooter({ calls: 0 })]), 'never-reached')).toEqual(
      ids.filter((id) => !['UN-01', 'SD-06', 'SD-07'].includes(id)),
    );
  });
});

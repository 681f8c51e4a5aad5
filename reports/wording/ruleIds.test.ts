import { describe, expect, it } from 'vitest';
import { foldRuleIds, groupOf } from './ruleIds.ts';

describe('foldRuleIds', () => {
  it('should write runs of three and more as ranges, one text per group', () => {
    const ids = ['NR-01', 'NR-02', 'NR-03', 'NR-06', 'DL-09', 'DL-10', 'AS-01'];
    expect(foldRuleIds(ids)).toEqual(['NR-01–03, 06', 'DL-09, 10', 'AS-01']);
  });

  it('should put ids in order within their group, and groups in the order given', () => {
    expect(foldRuleIds(['RT-10', 'NR-09', 'RT-02', 'RT-01'])).toEqual(['RT-01, 02, 10', 'NR-09']);
  });

  it('should leave ids of another form as they are', () => {
    expect(foldRuleIds(['odd', 'X-1a', ''])).toEqual(['odd', 'X-1a', '']);
  });
});

describe('groupOf', () => {
  it('should be what stands before the number', () => {
    expect(groupOf('NR-01')).toBe('NR');
    expect(groupOf('odd')).toBe('odd');
  });
});

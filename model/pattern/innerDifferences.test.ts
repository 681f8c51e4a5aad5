import { describe, expect, it } from 'vitest';
import { innerDifferences } from './innerDifferences.ts';

describe('in which members two documents differ', () => {
  it('should be told member by member, however deep, and not of members that are alike', () => {
    const due = { issuer: { name: 'Self' }, attributes: { enabled: true, updated: 1 }, tags: ['a'] };
    const shown = { issuer: { name: 'Self' }, attributes: { enabled: false, updated: 1 }, extra: 7 };
    expect(innerDifferences('policy', due, shown)).toBe(
      'policy.attributes.enabled is false where the rules allow true; ' +
        'policy.tags is nothing where the rules allow ["a"]; policy.extra is 7 where the rules allow nothing',
    );
  });

  it('should stay short', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`m${i}`, i]));
    expect(innerDifferences('policy', many, {})).toMatch(/and 6 more members$/);
  });

  it('should not be asked of anything else', () => {
    expect(innerDifferences('tags', 'a', { a: 'b' })).toBeUndefined();
    expect(innerDifferences('tags', { a: 'b' }, undefined)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import type { Step } from '../steps/step.ts';
import { merged } from './merged.ts';

const set: Step = { call: 'set', slot: 0, input: { value: 'a', tags: { a: '1' } } };
const other: Step = { call: 'set', slot: 1, input: { value: 'b' } };
const disable: Step = { call: 'update', slot: 0, version: 'latest', input: { enabled: false } };
const remove: Step = { call: 'delete', slot: 0 };

describe('steps put together', () => {
  it('should set from the start what an update sets later', () => {
    expect(merged([set, other, disable, remove])).toEqual([
      [{ call: 'set', slot: 0, input: { value: 'a', tags: { a: '1' }, enabled: false } }, other, remove],
    ]);
  });

  it('should be none where an update has no version to go with', () => {
    expect(merged([other, disable])).toEqual([]);
    expect(merged([set, { ...disable, version: 'none-such' }])).toEqual([]);
    expect(merged([set, remove])).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { unrecordable } from './recordedNeeds.ts';

it('should say of rules that calls alone cannot show what they need', () => {
  const reasons = unrecordable();
  expect(reasons['BL-01']).toContain('what was billed');
  expect(reasons['RT-10']).toContain('retention interval');
  expect(reasons['AS-07']).toContain('client library');
});

it('should say nothing of rules that recordings show, nor of those that nobody can see', () => {
  const reasons = unrecordable();
  for (const id of ['DL-01', 'VT-03', 'SD-07', 'UN-02']) expect(reasons[id], id).toBeUndefined();
});

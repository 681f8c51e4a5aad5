import type { Fault } from '../fault.ts';
import { protectedWeek } from '../vaults.ts';

export const recoverableDaysAlways90: Fault = {
  id: 'recoverable-days-always-90',
  notices: 'Secrets say that they are recoverable for 90 days in every vault.',
  rules: ['RT-02', 'PP-09'],
  patches: [{ file: 'vaults/recovery.ts', find: 'days: vault.retentionDays', replace: 'days: 90' }],
  shortest: { settings: protectedWeek, steps: [{ call: 'set', slot: 0, input: { value: 'one' } }] },
};

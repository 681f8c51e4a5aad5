import { expect, it } from 'vitest';
import { reachTable } from './reachTable.ts';

it('should put the states of all vaults together, and keep the mark that tells most', () => {
  const table = reachTable(
    'secret',
    ['set', 'restore', 'get a version'],
    [
      {
        state: 'live',
        marks: new Map([
          ['set', '.'],
          ['restore', 'b'],
          ['get a version', 'x'],
        ]),
      },
      {
        state: 'absent',
        marks: new Map([
          ['set', 'x'],
          ['restore', 'b'],
          ['get a version', 'v'],
        ]),
      },
      {
        state: 'live',
        marks: new Map([
          ['set', 'x'],
          ['restore', '.'],
          ['get a version', '.'],
        ]),
      },
    ],
  );
  expect(table).toEqual({
    kind: 'secret',
    calls: ['set', 'restore', 'get a version'],
    rows: [
      { state: 'absent', marks: 'xbv' },
      { state: 'live', marks: 'x.x' },
    ],
  });
});

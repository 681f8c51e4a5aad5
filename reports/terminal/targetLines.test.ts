import { expect, it } from 'vitest';
import { targetLines } from './targetLines.ts';

it('should tell what a target can do and what it cannot, within the width', () => {
  const lines = targetLines(
    {
      name: 'url',
      url: 'https://localhost:8443',
      capabilities: { secrets: 'the vault at the URL', keys: 'their list answers' },
      missing: { clock: 'time cannot be moved, so what happens at the end is not judged' },
    },
    50,
  );
  expect(lines).toEqual([
    'url at https://localhost:8443',
    '  can     secrets: the vault at the URL',
    '          keys: their list answers',
    '  cannot  clock: time cannot be moved, so what',
    '          happens at the end is not judged',
  ]);
});

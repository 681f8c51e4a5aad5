import { expect, it } from 'vitest';
import { CONTENT } from '../testing/states.ts';
import { Backups } from './backups.ts';

it('should know what a blob holds that it was told of, and of no other', () => {
  const backups = new Backups();
  const backup = { kind: 'secret', name: 'a', contents: [CONTENT] } as const;
  backups.keep('blob', backup);
  expect(backups.of('blob')).toBe(backup);
  expect(backups.of('other')).toBeUndefined();
});

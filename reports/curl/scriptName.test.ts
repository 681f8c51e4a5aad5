import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SET_ON_DELETED } from '../testing/sampleDivergences.ts';
import { scriptName } from './scriptName.ts';

describe('scriptName', { timeout: 30_000 }, () => {
  it('should say what it is about', () => {
    expect(scriptName(SET_ON_DELETED)).toMatch(/^set-secret-deleted-[0-9a-f]{8}\.sh$/);
  });

  it('should be a plain file name for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.string({ unit: 'grapheme' }),
        (operation, state) => {
          const name = scriptName({ ...SET_ON_DELETED, operation, state });
          expect(name).toMatch(/^[a-z0-9][a-z0-9-]{0,70}\.sh$/);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('should differ where signatures do', () => {
    const other = { ...SET_ON_DELETED, signature: 'another' };
    expect(scriptName(other)).not.toBe(scriptName(SET_ON_DELETED));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect } from '../testing/collect.ts';
import { type Line, LONGEST_LINE, splitLines } from './lines.ts';

async function split(chunks: readonly Buffer[]): Promise<readonly Line[]> {
  async function* give(): AsyncGenerator<Buffer> {
    yield* chunks;
  }
  return collect(splitLines(give()));
}

describe('splitLines', { timeout: 30_000 }, () => {
  it('should split at line feeds alone, however the bytes arrive', async () => {
    const piece = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028', 'é') });
    await fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) => {
        const lines = await split(pieces.map((text) => Buffer.from(text)));
        const expected = pieces.join('').split('\n');
        const last = expected.pop();
        if (last !== '') expected.push(last ?? '');
        expect(lines.map((line) => line.bytes.toString())).toEqual(expected);
        expect(lines.map((line) => line.number)).toEqual(expected.map((_, index) => index + 1));
        expect(lines.every((line, index) => line.ended || index === lines.length - 1)).toBe(true);
      }),
    );
  });

  it('should give up a line that is too long and go on with the next', async () => {
    const part = Buffer.alloc(LONGEST_LINE / 2 + 1, 'x');
    const lines = await split([Buffer.from('a\n'), part, part, part, Buffer.from('x\nb\n')]);
    expect(lines.map(({ number, tooLong }) => ({ number, tooLong }))).toEqual([
      { number: 1, tooLong: false },
      { number: 2, tooLong: true },
      { number: 3, tooLong: false },
    ]);
  });
});

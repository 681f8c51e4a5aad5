import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { columnsOf } from './columns.ts';
import { paintFor } from './paint.ts';

interface Output extends NodeJS.WritableStream {
  readonly isTTY: boolean;
  readonly columns?: number;
}

function stream(isTTY: boolean, columns?: number): Output {
  // A terminal tells its colours from the environment; the real one's way is taken here.
  const { getColorDepth } = WriteStream.prototype;
  return Object.assign(new PassThrough(), { isTTY, getColorDepth }, columns === undefined ? {} : { columns });
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('paintFor', () => {
  it('should paint on a terminal alone, and never against NO_COLOR', () => {
    vi.stubEnv('TERM', 'xterm-256color');
    // What else decides upon colours: a terminal of a machine of CI is told to have none.
    for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI', 'TF_BUILD', 'TMUX'])
      vi.stubEnv(name, undefined);
    expect(paintFor(stream(true))(['red'], 'x')).toBe('\u001b[31mx\u001b[39m');
    expect(paintFor(stream(false))(['red'], 'x')).toBe('x');
    vi.stubEnv('NO_COLOR', '1');
    expect(paintFor(stream(true))(['red'], 'x')).toBe('x');
  });
});

describe('columnsOf', () => {
  it('should follow the terminal between 80 and 110 columns, and take 100 elsewhere', () => {
    expect([0, 60, 95, 200].map((columns) => columnsOf(stream(true, columns)))).toEqual([80, 80, 95, 110]);
    expect(columnsOf(stream(false))).toBe(100);
  });
});

import { describe, expect, it } from 'vitest';
import { readBody } from './replyBody.ts';

const read = (text: string): ReturnType<typeof readBody> => readBody(Buffer.from(text));

describe('readBody', () => {
  it('should read JSON, with or without a byte order mark', () => {
    expect(read('{"a": [1, "]"]}')).toEqual({ kind: 'json', json: { a: [1, ']'] } });
    expect(read('\ufeff{}')).toEqual({ kind: 'json', json: {} });
  });

  it('should call nothing and white space empty', () => {
    expect(read('')).toEqual({ kind: 'empty' });
    expect(read(' \r\n')).toEqual({ kind: 'empty' });
  });

  it('should say what a body is that is not JSON', () => {
    expect(read('<!DOCTYPE html>')).toMatchObject({ kind: 'text', problem: 'HTML or XML, not JSON' });
    expect(read('{"a": ')).toMatchObject({ kind: 'text', problem: 'not JSON' });
    expect(readBody(Uint8Array.of(0x22, 0xff, 0x22))).toMatchObject({ kind: 'text', problem: 'not UTF-8' });
  });

  it('should not read a body nested so deep that walking it would exhaust the stack', () => {
    expect(read('['.repeat(1_000_000))).toMatchObject({ problem: 'nested deeper than 64 levels' });
    expect(read(`{"a":${'['.repeat(63)}${']'.repeat(63)}}`)).toMatchObject({ kind: 'json' });
  });

  it('should not count brackets within strings', () => {
    expect(read(JSON.stringify('["\\['.repeat(1000)))).toMatchObject({ kind: 'json' });
  });
});

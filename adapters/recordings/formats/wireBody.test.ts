import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { bodyFromBytes, bodyFromText, isJsonType } from './wireBody.ts';

const place = { file: 'f', at: 'entry 1', limits: LIMITS };

describe('bodyFromText', () => {
  it.each([
    ['{"a":1}', undefined, { a: 1 }],
    ['\uFEFF [1]', 'text/plain', [1]],
    ['"text"', 'application/json', 'text'],
    ['12', 'application/problem+json; charset=utf-8', 12],
    ['12', 'text/plain', '12'],
    ['OK', 'application/json', 'OK'],
    ['{broken', 'application/json', '{broken'],
    ['{"a":1,"a":2}', 'application/json', { a: 2 }],
    ['', 'application/json', undefined],
    [' ', undefined, ' '],
  ])('should read %j of type %s', (text, type, body) => {
    expect(bodyFromText(text, type, place)).toEqual(body);
  });

  it('should refuse a body that nests too deep', () => {
    const deep = '['.repeat(300) + ']'.repeat(300);
    expect(() => bodyFromText(deep, undefined, place)).toThrow(
      'f, entry 1: a body nested more than 200 levels deep.',
    );
  });
});

describe('bodyFromBytes', () => {
  it.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('should undo %s', (encoding, compress) => {
    expect(bodyFromBytes(compress('{"a":"é"}'), { 'content-encoding': encoding }, place)).toEqual({ a: 'é' });
  });

  it('should take as it is what a recorder decompressed before', () => {
    expect(bodyFromBytes(Buffer.from('{"a":1}'), { 'content-encoding': 'gzip' }, place)).toEqual({ a: 1 });
  });

  it('should give bytes that are no text in base64', () => {
    expect(bodyFromBytes(Buffer.from('fffe00', 'hex'), {}, place)).toBe('//4A');
  });

  it('should refuse a body that grows beyond the limit', () => {
    const bomb = gzipSync(Buffer.alloc(1 << 20));
    const small = { ...place, limits: { ...LIMITS, body: 1 << 10 } };
    expect(() => bodyFromBytes(bomb, { 'content-encoding': 'gzip' }, small)).toThrow(
      'f, entry 1: a body of more than 1024 bytes once decompressed. Leave this entry out.',
    );
  });
});

describe('isJsonType', () => {
  it('should know JSON by the subtype and its suffix', () => {
    expect(
      ['application/json', 'Application/JSON; charset=utf-8', 'application/a+json'].every(isJsonType),
    ).toBe(true);
    expect(['text/plain; json', 'application/jsonp', undefined].some(isJsonType)).toBe(false);
  });
});

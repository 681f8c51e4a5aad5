import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonText } from './jsonText.ts';

describe('jsonText', () => {
  it('should mean what was given, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        expect(JSON.parse(jsonText({ value, text }))).toEqual(JSON.parse(JSON.stringify({ value, text })));
      }),
    );
  });

  it('should hold nothing that a terminal obeys or that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(jsonText([text])).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
      }),
    );
    expect(jsonText(['\u009b2J\u202e\u{e0001}é'])).toBe('["\\u009b2J\\u202e\\udb40\\udc01é"]');
  });

  it('should indent where it is asked to', () => {
    expect(jsonText({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordingError } from '../recordingError.ts';
import { jsonStructureProblem } from './jsonSyntax.ts';
import { parseJson } from './jsonText.ts';
import { LIMITS } from './limits.ts';

const place = { file: 'f', limits: LIMITS };

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('parseJson', () => {
  it('should read what JSON carries', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (text, indent) => {
        const value = JSON.parse(text);
        expect(parseJson(JSON.stringify(value, undefined, indent), place)).toEqual(value);
      }),
    );
  });

  it('should refuse what is not JSON, and only that', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"\\"',
      '1',
      '-',
      '01',
      '1.',
      'true',
      'nul',
      ' ',
      '\n',
      'x',
      "'",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        // A key that is given twice is fine to JSON.parse.
        fc.pre(!jsonStructureProblem(text, 200)?.problem.includes('has already'));
        if (parses(text)) expect(parseJson(text, place)).toEqual(JSON.parse(text));
        else expect(() => parseJson(text, place)).toThrow(RecordingError);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['{"a": 1,}', 'line 1, column 9', 'expected key'],
    ['{\n  "a": 1\n  "b": 2}', 'line 3, column 3', 'expected , or the end'],
    ['[1, undefined]', 'line 1, column 5', 'expected value'],
    ['{"a": 1} {', 'line 1, column 10', 'something follows the end of the JSON'],
    ['{"a": [1', 'line 1, column 9', 'the text ends too early'],
    ['{"a": "x', 'line 1, column 7', 'a string that never ends'],
    ['{"a": "\\x"}', 'line 1, column 9', 'a string that JSON does not allow'],
    ['{"a": {"b": 1, "b": 2}}', 'line 1, column 16', 'a key that this object has already'],
    ['{"a": 1]', 'line 1, column 8', 'expected , or the end'],
  ])('should say where %j is broken', (text, where, problem) => {
    expect(() => parseJson(text, place)).toThrow(`f, ${where}: broken JSON: ${problem}.`);
  });

  it('should count lines from where the text stands in its file', () => {
    expect(() => parseJson('{"a"}', place, 12)).toThrow('f, line 12, column 5: broken JSON: expected :.');
  });

  it('should allow one key in several objects, and keys that only look alike', () => {
    expect(parseJson('[{"a":1},{"a":{"a":2}},{"a":1,"A":2}]', place)).toHaveLength(3);
  });

  it('should refuse a hundred million levels without descending', () => {
    expect(() => parseJson('['.repeat(100_000_000), place)).toThrow(
      'column 201: broken JSON: nested more than 200 levels',
    );
  });
});

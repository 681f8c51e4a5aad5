import { describe, expect, it } from 'vitest';
import { LIMITS, type Limits } from './limits.ts';
import { parseYaml } from './yamlText.ts';

function read(text: string, limits: Partial<Limits> = {}): unknown {
  return parseYaml(text, { file: 'f', limits: { ...LIMITS, ...limits } });
}

describe('parseYaml', () => {
  it('should read scalars by YAML 1.1, and dates as text', () => {
    const text = 'a: yes\nb: "yes"\nc: 0x10\nd: ~\ne: 2023-11-14\nf: Tue, 14 Nov 2023 22:13:20 GMT\n1: x\n';
    expect(read(text)).toEqual({
      a: true,
      b: 'yes',
      c: 16,
      d: null,
      e: '2023-11-14',
      f: 'Tue, 14 Nov 2023 22:13:20 GMT',
      1: 'x',
    });
  });

  it('should read bytes as text where they are text', () => {
    expect(read('a: !!binary aGVsbG8=\nb: !!binary "H4sI/w=="')).toEqual({
      a: 'hello',
      b: { base64_string: 'H4sI/w==' },
    });
  });

  it("should construct nothing from Python's tags", () => {
    const text = 'a: !!python/unicode b\nc: !!python/object/apply:os.system [id]\nd: !!python/tuple [1, 2]';
    expect(read(text)).toEqual({ a: 'b', c: ['id'], d: [1, 2] });
  });

  it('should give an alias what its anchor has', () => {
    expect(read('a: &x [1, {b: 2}]\nc: *x\nd: &y 3\ne: [*y, *y]')).toEqual({
      a: [1, { b: 2 }],
      c: [1, { b: 2 }],
      d: 3,
      e: [3, 3],
    });
  });

  it('should not copy maps by merging', () => {
    expect(read('a: &x {b: 1}\nc: {<<: *x}')).toEqual({ a: { b: 1 }, c: { '<<': { b: 1 } } });
  });

  it('should refuse aliases that stand for too much, at once', () => {
    const levels = [...'bcdefghijklm'].map(
      (name, i) => `${name}: &${name} [${`*${'abcdefghijkl'[i]},`.repeat(9)}]`,
    );
    expect(() => read(['a: &a [x, x]', ...levels].join('\n'))).toThrow(
      'f: aliases that stand for more than 8388608 values.',
    );
  });

  it('should take time in proportion to anchors and not to their square', { timeout: 30_000 }, () => {
    const text = Array.from({ length: 30_000 }, (_, i) => `- &x${i} 1\n- *x${i}\n`).join('');
    expect(read(text)).toHaveLength(60_000);
  });

  it.each([
    ['a: 1\nb: [1, 2\nc: 3', /^f, line \d, column \d+: broken YAML: [a-z ]+\. Record it again/],
    ['a: 1\na: 2', /^f, line 2, column 1: broken YAML: a key that this map has already\./],
    ['a: *nothing', /^f, line 1, column 4: broken YAML: an alias of nothing that is complete before it\./],
    ['a: &x [*x]', /^f, line 1, column 8: broken YAML: an alias of nothing that is complete before it\./],
    ['{[1]: 2}', /^f, line 1, column 2: broken YAML: a key that is not plain\./],
    ['a: 1\n---\nb: 2', /^f, line 2, column 1: broken YAML: multiple docs\./],
  ])('should say where %j is broken', (text, problem) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ name: 'RecordingError', message: expect.stringMatching(problem) }),
    );
  });

  it.each(['['.repeat(50_000), '- '.repeat(50_000), '{a: '.repeat(50_000)])(
    'should refuse endless nesting',
    (text) => {
      expect(() => read(text)).toThrow(/^f: YAML nested too deep|^f, line 1, column/);
    },
  );

  it('should refuse what is too long', () => {
    expect(() => read('a: 1', { yaml: 3 })).toThrow('f: YAML of more than 3 characters. Split the cassette');
  });
});

import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { matchAnswer, type Pattern, type RefusalPattern } from './pattern.ts';

const REFUSAL: RefusalPattern = {
  codes: ['Conflict'],
  inner: ['ObjectIsBeingDeleted'],
  messages: [/^Secret a is/],
};
const REFUSED: Pattern = { status: [409], refusal: REFUSAL };
const ANSWER: Answer = {
  status: 409,
  refusal: {
    code: 'Conflict',
    inner: 'ObjectIsBeingDeleted',
    message: 'Secret a is currently being deleted.',
  },
  oddities: [],
};

function differing(pattern: Pattern, answer: Partial<Answer>, service = false): readonly string[] {
  return matchAnswer(pattern, { ...ANSWER, ...answer }, { service }).map(({ field }) => field);
}

describe('matchAnswer', () => {
  it('should find nothing in an answer that fits', () => {
    expect(differing(REFUSED, {}, true)).toEqual([]);
  });

  it('should look no further than a wrong status', () => {
    expect(differing(REFUSED, { status: 404, refusal: {} }, true)).toEqual(['status']);
  });

  it('should find success for failure farther away than one failure for another', () => {
    const [success] = matchAnswer(REFUSED, { ...ANSWER, status: 200 }, { service: false });
    const [other] = matchAnswer(REFUSED, { ...ANSWER, status: 403 }, { service: false });
    expect(success?.weight).toBeGreaterThan(other?.weight ?? 0);
  });

  it('should name a wrong or missing code, and a wrong or missing inner code', () => {
    expect(differing(REFUSED, { refusal: { ...ANSWER.refusal, code: 'Other' } })).toEqual(['error.code']);
    expect(differing(REFUSED, { refusal: { inner: 'ObjectIsBeingDeleted' } })).toEqual(['error.code']);
    expect(differing(REFUSED, { refusal: { code: 'Conflict' } })).toEqual(['error.innererror.code']);
    expect(differing(REFUSED, { refusal: { code: 'Conflict', inner: 'Other' } })).toEqual([
      'error.innererror.code',
    ]);
  });

  it('should find an inner code where there must be none', () => {
    const none: Pattern = { status: [409], refusal: { codes: ['Conflict'], inner: 'none' } };
    expect(differing(none, {})).toEqual(['error.innererror.code']);
    expect(differing(none, { refusal: { code: 'Conflict' } })).toEqual([]);
  });

  it('should take any code and inner code where no source tells them', () => {
    expect(
      differing({ status: [409], refusal: {} }, { refusal: { code: 'Anything', inner: 'At all' } }),
    ).toEqual([]);
  });

  it('should hold the service alone to its texts', () => {
    const other = { refusal: { ...ANSWER.refusal, message: 'Gone.' } };
    expect(differing(REFUSED, other)).toEqual([]);
    expect(differing(REFUSED, other, true)).toEqual(['error.message']);
  });

  it('should miss an object, a list and a blob', () => {
    const object = { name: 'a', version: { any: true }, fields: {}, relations: [] } as const;
    expect(differing({ status: [409], object }, {})).toEqual(['body']);
    expect(differing({ status: [409], page: { items: [], due: [], seen: [] } }, {})).toEqual(['body']);
    expect(differing({ status: [409], blob: true }, {})).toEqual(['body']);
    expect(differing({ status: [409], blob: true }, { blob: 'x' })).toEqual([]);
  });
});

describe('what is odd in the shape of an answer', () => {
  const odd = (kind: 'extra' | 'type' | 'missing' | 'id', path: string): Partial<Answer> => ({
    oddities: [{ kind, path, problem: 'odd' }],
  });

  it('should be told, but for fields that are added, which only the service may not add', () => {
    expect(differing(REFUSED, odd('type', 'tags'))).toEqual(['tags']);
    expect(differing(REFUSED, odd('extra', 'hint'))).toEqual([]);
    expect(differing(REFUSED, odd('extra', 'hint'), true)).toEqual(['hint']);
    expect(differing(REFUSED, odd('type', ''))).toEqual(['body']);
  });

  it('should be told in words that make a sentence', () => {
    const oddities = [{ kind: 'id', path: 'id', problem: 'of another vault: x' }] as const;
    const answer = { ...ANSWER, oddities };
    expect(matchAnswer(REFUSED, answer, { service: false }).map(({ text }) => text)).toEqual([
      'id is of another vault: x',
    ]);
  });

  it('should be told once: a code that is missing is a wrong code already', () => {
    expect(
      differing(REFUSED, { refusal: { inner: 'ObjectIsBeingDeleted' }, ...odd('missing', 'error.code') }),
    ).toEqual(['error.code']);
  });

  it('should not be told of a refusal of which no source knows the shape', () => {
    const any: Pattern = { status: [409], refusal: {} };
    expect(differing(any, odd('missing', 'error'))).toEqual([]);
    expect(differing(any, odd('missing', 'error'), true)).toEqual(['error']);
    expect(differing(REFUSED, odd('missing', 'error.message'))).toEqual(['error.message']);
  });
});

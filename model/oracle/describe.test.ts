import { describe, expect, it } from 'vitest';
import { refusalOf, viewOf } from '../testing/answers.ts';
import { DELETED, DELETING, LIVE, STATES, V1 } from '../testing/states.ts';
import { describeAnswer, describeItem, describePattern, describeState } from './describe.ts';

describe('describePattern', () => {
  it('should tell what is answered', () => {
    expect(describePattern({ status: [204] })).toBe('204');
    expect(describePattern({ status: [200], blob: true })).toBe('200 with a backup blob');
    expect(describePattern({ status: [200], page: { items: [], due: [], seen: [] } })).toBe(
      '200 with a list',
    );
    expect(describePattern({ status: [409], refusal: { codes: ['Conflict'], inner: ['Busy'] } })).toBe(
      '409 Conflict / Busy',
    );
    expect(describePattern({ status: [404, 405], refusal: { codes: ['A', 'B'], inner: 'none' } })).toBe(
      '404 or 405 A or B',
    );
    expect(describePattern({ status: [400, 401, 402, 403], refusal: {} })).toBe('4xx');
  });
});

const ITEM = { name: 'a', version: { none: true }, fields: {}, relations: [] } as const;

describe('describeItem', () => {
  it('should tell whether a list may show the name', () => {
    expect(describeItem({ status: [200], object: ITEM })).toBe('200 with the item');
    expect(describeItem({ status: [200] })).toBe('200 without the item');
    expect(describeItem({ status: [403], refusal: { codes: ['Forbidden'] } })).toBe('403 Forbidden');
  });
});

describe('describeAnswer', () => {
  it('should tell status and codes', () => {
    expect(describeAnswer(viewOf(V1))).toBe('200');
    expect(describeAnswer(refusalOf(404, 'SecretNotFound'))).toBe('404 SecretNotFound');
    expect(describeAnswer(refusalOf(409, 'Conflict', 'Busy'))).toBe('409 Conflict / Busy');
    expect(describeAnswer({ status: 400, refusal: {}, oddities: [] })).toBe('400 (no error code)');
  });
});

describe('describeState', () => {
  it('should name each phase once, in order', () => {
    expect(describeState([DELETING, DELETED, DELETED])).toBe('deleted or deleting');
    expect(describeState([LIVE])).toBe('live');
    expect(describeState(Object.values(STATES))).toBe('anything');
  });
});

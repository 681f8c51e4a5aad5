import { describe, expect, it } from 'vitest';
import { signed } from './departure.ts';

function causeOf(what: string): string {
  return signed('UpdateSecret', 'live', 'LS-10', what).cause;
}

describe('the cause of a departure', () => {
  it('should be one for a field that is missing, wherever it stands and whatever was asked for', () => {
    expect(causeOf('recoverableDays missing')).toBe('recoverableDays missing');
    expect(causeOf('recoverableDays missing, no version asked for')).toBe('recoverableDays missing');
    expect(causeOf('value[].id malformed')).toBe(causeOf('id malformed'));
  });

  it('should be one for all dates that are no numbers', () => {
    expect(causeOf('attributes.created malformed')).toBe(causeOf('deletedDate malformed'));
    expect(causeOf('attributes.created missing')).not.toBe(causeOf('deletedDate missing'));
  });

  it('should keep the rule where what differs alone does not say what is wrong', () => {
    expect(causeOf('status 404, no version asked for')).toBe('LS-10 | status 404, no version asked for');
  });
});

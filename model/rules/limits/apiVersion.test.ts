import { describe, expect, it } from 'vitest';
import type { Call } from '../../call.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { daysShown, levelShown } from './apiVersion.ts';

function at(year: number, month: number, apiVersion?: string, service = true): Call {
  const from = Date.UTC(year, month - 1, 10) / 1000;
  const command = commandOf({ op: 'get', name: 'a', ...(apiVersion !== undefined && { apiVersion }) });
  return callOf(command, { service, window: { from, to: from + 1 } });
}

describe('recoverableDays', () => {
  it('should be shown by the service from api-version 7.1 on (LM-07)', () => {
    expect(daysShown(at(2022, 1, '7.2'))).toBe('shown');
    expect(daysShown(at(2025, 1, '2025-07-01'))).toBe('shown');
    expect(daysShown(at(2022, 1, '7.0'))).toBe('hidden');
    expect(daysShown(at(2022, 1, '2016-10-01'))).toBe('hidden');
  });

  it('should be either where a recording does not tell the version', () => {
    expect(daysShown(at(2022, 1))).toBe('either');
    expect(daysShown(at(2019, 1))).toBe('hidden');
  });

  it('should have come and gone in February and March 2020', () => {
    expect(daysShown(at(2020, 2, '7.0'))).toBe('either');
    expect(daysShown(at(2020, 3, '7.0'))).toBe('hidden');
    expect(daysShown(at(2020, 3, '7.1-preview'))).toBe('either');
    expect(daysShown(at(2020, 9, '7.1-preview'))).toBe('shown');
  });

  it('should be shown by another target whatever year its clock says', () => {
    expect(daysShown(at(2016, 1, undefined, false))).toBe('shown');
    expect(daysShown(at(2026, 1, '7.4', false))).toBe('shown');
  });

  it('should be shown or not by another target that is asked by an old version', () => {
    expect(daysShown(at(2026, 1, '7.0', false))).toBe('either');
  });
});

describe('recoveryLevel', () => {
  it('should be shown from mid 2017 on, at first in lower case, and by previews before', () => {
    expect(levelShown(at(2016, 6, '2016-10-01'))).toEqual({ shown: 'either', lowerCase: 'either' });
    expect(levelShown(at(2017, 8, '2016-10-01'))).toEqual({ shown: 'either', lowerCase: 'either' });
    expect(levelShown(at(2019, 1, '7.0'))).toEqual({ shown: 'shown', lowerCase: 'hidden' });
    expect(levelShown(at(2019, 1, '2015-06-01'))).toEqual({ shown: 'hidden', lowerCase: 'hidden' });
  });

  it('should be shown by another target whatever year its clock says', () => {
    expect(levelShown(at(2016, 6, undefined, false))).toEqual({ shown: 'shown', lowerCase: 'hidden' });
  });
});

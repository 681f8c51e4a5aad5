import type { Call } from '../../call.ts';

/** Whether a field is shown, hidden, or either: where a recording tells no api-version, or the service was changing. */
export type Shown = 'shown' | 'hidden' | 'either';

/** Dates of the recordings at which the service changed what it shows (Unix seconds). */
const LEVEL_SPELLING_SETTLED = Date.UTC(2018, 0, 1) / 1000;
const DAYS_FIRST = Date.UTC(2020, 1, 1) / 1000;
const DAYS_TRIAL_OVER = Date.UTC(2020, 1, 29) / 1000;
const DAYS_SETTLED = Date.UTC(2020, 2, 20) / 1000;

/**
 * How `recoveryLevel` is shown: from mid 2017 on, by api-versions of 2016-10-01 and later, at first in lower case;
 * previews of soft delete showed it before.
 */
export function levelShown(call: Call): { readonly shown: Shown; readonly lowerCase: Shown } {
  const { apiVersion } = call.command;
  const isFirst = apiVersion?.startsWith('2015-') === true;
  if (!call.strictness.service) return { shown: isFirst ? 'either' : 'shown', lowerCase: 'hidden' };
  if (isFirst) return { shown: 'hidden', lowerCase: 'hidden' };
  if (call.window.from > LEVEL_SPELLING_SETTLED) return { shown: 'shown', lowerCase: 'hidden' };
  return { shown: 'either', lowerCase: 'either' };
}

/**
 * Whether `recoverableDays` is shown: LM-07, from api-version 7.1 on. Recordings: 7.1-preview began without it, and
 * 7.0 showed it for some days of February 2020.
 */
export function daysShown(call: Call): Shown {
  const { apiVersion } = call.command;
  const isOld = apiVersion?.startsWith('7.0') || /^20(15|16)-/.test(apiVersion ?? '');
  // Another target has no history; without a version in the command it is asked for the newest.
  if (!call.strictness.service) return isOld ? 'either' : 'shown';
  if (call.window.to < DAYS_FIRST) return 'hidden';
  if (apiVersion === undefined || apiVersion === null) return 'either';
  if (isOld) {
    return call.window.from < DAYS_TRIAL_OVER ? 'either' : 'hidden';
  }
  return apiVersion === '7.1-preview' && call.window.from < DAYS_SETTLED ? 'either' : 'shown';
}

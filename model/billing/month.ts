import type { Window } from '../window.ts';

/** A calendar month in UTC: `2026-06`. */
export type Month = string;

/** Stands where nothing tells in which month a call was made. */
export const UNDATED = 'undated';

/** Seconds of the longest month: a span that is longer says nothing of when a call was made. */
const LONGEST = 31 * 86_400;

/** The instants that calendars of four-digit years have, Unix seconds. */
const CALENDAR = { from: 0, to: Date.UTC(9999, 0) / 1000 } as const;

/** The month of an instant (Unix seconds). */
export function monthOf(at: number): Month {
  return new Date(at * 1000).toISOString().slice(0, 7);
}

/** The first second of a month, in Unix seconds. */
export function startOfMonth(month: Month): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 1000;
}

/** The month after a month. */
function nextMonth(month: Month): Month {
  return monthOf(startOfMonth(month) + LONGEST + 86_400 / 2);
}

/** Whether an instant (Unix seconds) has a month: recordings may show any number as a date. */
export function hasMonth(at: number): boolean {
  return at >= CALENDAR.from && at <= CALENDAR.to;
}

/** A part of a span of time that lies in one month. */
export interface MonthPart {
  readonly month: Month;
  readonly seconds: number;
  /** The length of the whole month in seconds. */
  readonly length: number;
}

/** The months that a span touches, both its ends belonging to it (Unix seconds); none where it ends before it begins. */
export function* monthsOf(from: number, to: number): Generator<MonthPart> {
  if (from > to) return;
  for (let month = monthOf(from); startOfMonth(month) <= to; month = nextMonth(month)) {
    const start = startOfMonth(month);
    const end = startOfMonth(nextMonth(month));
    yield { month, seconds: Math.min(to, end) - Math.max(from, start), length: end - start };
  }
}

/** When a call was made, as far as billing has to know it. */
export interface Moment {
  readonly month: Month | typeof UNDATED;
  /** Unix seconds; absent where nothing tells. */
  readonly at?: number;
  /** Whether the month turned while the call was under way, so that it may belong to the one before. */
  readonly isAtTurn: boolean;
}

/** The moment that a call is billed at: the end of its span. */
export function momentOf({ from, to }: Window): Moment {
  const isDated = hasMonth(from) && hasMonth(to) && to - from <= LONGEST;
  if (!isDated) return { month: UNDATED, isAtTurn: false };
  const month = monthOf(to);
  return { month, at: to, isAtTurn: monthOf(from) !== month };
}

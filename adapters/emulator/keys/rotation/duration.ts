/** A length of time on the calendar. */
export interface Duration {
  readonly months: number;
  readonly days: number;
}

/** Reads a duration of ISO 8601 that is written in years, months and days: `P90D`, `P1Y6M`. Undefined for any other text. */
export function readDuration(text: string): Duration | undefined {
  const match = /^P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,5})D)?$/i.exec(text);
  if (match === null) return undefined;
  const [, years, months, days] = match;
  return { months: Number(years ?? 0) * 12 + Number(months ?? 0), days: Number(days ?? 0) };
}

/** The instant so long after another, both in Unix seconds; by a negative sign, so long before it. */
export function after(instant: number, { months, days }: Duration, sign: 1 | -1 = 1): number {
  const date = new Date(instant * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + sign * months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, lastDay));
  date.setUTCDate(date.getUTCDate() + sign * days);
  return Math.floor(date.getTime() / 1000);
}

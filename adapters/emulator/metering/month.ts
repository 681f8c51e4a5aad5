let lastDay = -1;
let lastMonth = '';

/** The calendar month of an instant (Unix seconds), in UTC: `2025-06`. That of the current day is kept: every call asks for it. */
export function monthOf(now: number): string {
  const day = Math.floor(now / 86_400);
  if (day !== lastDay) {
    lastDay = day;
    lastMonth = new Date(now * 1000).toISOString().slice(0, 7);
  }
  return lastMonth;
}

/** The first second of a month, in Unix seconds. */
export function startOfMonth(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`) / 1000;
}

const UNITS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/**
 * A span of time in words, exact to the second or to the fraction given: `7 d`, `6 d 23 h 59 min 59 s`, `0.4 s`, `0 s`.
 * Takes seconds.
 */
export function formatDuration(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  let rest = Math.round(Math.abs(seconds) * 1000) / 1000;
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = unit === 's' ? Math.round(rest * 1000) / 1000 : Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.length === 0 ? '0 s' : sign + parts.join(' ');
}

/** A span of wall time, as exact as a reader wants it: `0.8 s`, `41 s`, `3 min 5 s`. Takes seconds. */
export function formatWallTime(seconds: number): string {
  return formatDuration(seconds < 10 ? Math.round(seconds * 10) / 10 : Math.round(seconds));
}

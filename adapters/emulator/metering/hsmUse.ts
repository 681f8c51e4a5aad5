import { monthOf, startOfMonth } from './month.ts';

/** When a version of an HSM key was used. */
export interface HsmUse {
  readonly version: string;
  /** Whether it is of a kind that costs more: RSA above 2048 bits, or EC. */
  readonly advanced: boolean;
  /** The last use in each month, in Unix seconds. */
  readonly lastUses: Record<string, number>;
}

/** How many versions of HSM keys, by what they cost. */
export interface HsmVersions {
  /** RSA keys of 2048 bits. */
  readonly rsa2048: number;
  /** All others. */
  readonly advanced: number;
}

/** Seconds for which a version counts after it was used. */
const USED = 30 * 86_400;

/** How many of the versions were used in the 30 days before an instant (Unix seconds), or in a month or the 30 days before it. */
export function hsmReading(uses: readonly HsmUse[], at: number | string): HsmVersions {
  const used = uses.filter(({ lastUses }) =>
    typeof at === 'number'
      ? usedIn(lastUses, at - USED, at)
      : lastUses[at] !== undefined || usedBefore(lastUses, at),
  );
  const advanced = used.filter((use) => use.advanced).length;
  return { rsa2048: used.length - advanced, advanced };
}

/** The months up to now (Unix seconds) that the uses and the 30 days after each touch, whether or not anything was asked in them. */
export function chargedMonths(uses: readonly HsmUse[], now: number): string[] {
  const lasts = uses.flatMap(({ lastUses }) => Object.values(lastUses));
  return lasts.flatMap((last) =>
    [last, last + USED - 28 * 86_400, last + USED]
      .filter((at) => at <= now || monthOf(at) === monthOf(now))
      .map(monthOf),
  );
}

function usedBefore(lastUses: Readonly<Record<string, number>>, month: string): boolean {
  const start = startOfMonth(month);
  return usedIn(lastUses, start - USED, start);
}

/** Whether the last use of a month lies in the span; both its ends are Unix seconds and count. */
function usedIn(lastUses: Readonly<Record<string, number>>, from: number, to: number): boolean {
  return [monthOf(from), monthOf(to), monthOf(to - 28 * 86_400)].some((month) => {
    const use = lastUses[month];
    return use !== undefined && use >= from && use <= to;
  });
}

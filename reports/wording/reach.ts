import type { ReachTable } from '../../model/event.ts';
import { formatNumber } from './counts.ts';

/** Sums of a table of reach. */
export interface ReachSums {
  readonly tried: number;
  readonly untried: number;
  readonly unreachable: number;
}

/** How many pairs of a table were tried, can be reached and were not, and cannot be reached. */
export function reachSums({ rows }: ReachTable): ReachSums {
  const marks = rows.map((row) => row.marks).join('');
  const count = (wanted: string): number => [...marks].filter((mark) => wanted.includes(mark)).length;
  return { tried: count('xp'), untried: count('.'), unreachable: count('bv') };
}

/** The sum of a table in words: `31 states, 500 pairs tried, 2 not tried, 12 unreachable`. */
export function reachLine(table: ReachTable): string {
  const { tried, untried, unreachable } = reachSums(table);
  return [
    `${formatNumber(table.rows.length)} states`,
    `${formatNumber(tried)} pairs tried`,
    `${formatNumber(untried)} reachable and not tried`,
    `${formatNumber(unreachable)} unreachable`,
  ].join(', ');
}

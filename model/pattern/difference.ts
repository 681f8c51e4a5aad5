import type { Json } from '../json.ts';

/** One respect in which an answer is not what a pattern allows. */
export interface Difference {
  /** Where: `status`, `error.code`, `version`, or a field's name. */
  readonly field: string;
  /** What is allowed there, in words. */
  readonly expected: string;
  /** What stands there, in words. */
  readonly observed: string;
  /** The whole of it as a sentence part, where "is ... where the rules allow ..." would read badly. */
  readonly text?: string;
  /** How far it takes the answer from the pattern; sums decide which pattern is nearest. */
  readonly weight: number;
}

/** What is expected of a body that has not the shape of its operation. */
export const THE_SHAPE = 'the shape that this answer has';

/** What is expected of a version's id, whichever version it is of (LS-09). */
export const THE_FORM = '32 lower-case hexadecimal digits';

/** Weights: an answer of the wrong kind is farther away than one with any number of wrong details. */
export const WEIGHT = {
  outcome: 10_000,
  status: 1_000,
  code: 300,
  inner: 200,
  version: 100,
  field: 20,
  shape: 10,
  message: 1,
} as const;

/** A value in an explanation, cut where it is long. */
export function brief(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/** Unix seconds with the date that they stand for. */
export function instant(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : `${seconds} (${date.toISOString().slice(0, 19)}Z)`;
}

/** What is wrong with a list: an item that is missing, surplus or there twice, or too long a page. */
export function listDifference(expected: string, observed: string, weight: number, text: string): Difference {
  return { field: 'list', expected, observed, weight, text };
}

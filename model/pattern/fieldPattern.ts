import type { Json } from '../json.ts';
import type { Window } from '../window.ts';
import { sameJson } from '../world/facts.ts';
import { brief, instant } from './difference.ts';

/** What may stand in one field. */
export type FieldPattern =
  /** Exactly this value. */
  | { readonly is: Json }
  /** No such field. */
  | { readonly absent: true }
  /** An object with at least these parts; of a list the same items in any order. */
  | { readonly contains: Json }
  /** One of these values. */
  | { readonly oneOf: readonly Json[] }
  /** Unix seconds within the span of the call, rounded as a service may round. */
  | { readonly within: Window }
  /** Anything, and nothing too: nobody knows yet. */
  | { readonly unknown: true }
  /** Anything, but it must be there. */
  | { readonly any: 'string' | 'integer' | 'list' | 'object' }
  /** Nothing, or what this allows. */
  | { readonly optional: FieldPattern };

/** Seconds by which a stamped time may lie outside the span of its call: rounding, and clocks of two servers. */
export const STAMP_TOLERANCE = 2;

/** Whether a value fits; `undefined` stands for "no such field". */
export function fits(pattern: FieldPattern, value: Json | undefined): boolean {
  if ('unknown' in pattern) return true;
  if ('optional' in pattern) return value === undefined || fits(pattern.optional, value);
  if ('absent' in pattern) return value === undefined;
  if (value === undefined) return false;
  if ('is' in pattern) return sameJson(pattern.is, value);
  if ('contains' in pattern) return contains(value, pattern.contains);
  if ('oneOf' in pattern) return pattern.oneOf.some((allowed) => sameJson(allowed, value));
  if ('any' in pattern) return isA(pattern.any, value);
  return typeof value === 'number' && isWithin(pattern.within, value);
}

function contains(value: Json | undefined, part: Json): boolean {
  if (Array.isArray(part)) {
    if (!Array.isArray(value) || value.length !== part.length) return false;
    return part.every((item) => value.some((other) => contains(other, item)));
  }
  if (typeof part !== 'object' || part === null) return value === part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const parts = value as { readonly [name: string]: Json };
  return Object.entries(part).every(([name, inner]) => contains(parts[name], inner));
}

function isA(type: 'string' | 'integer' | 'list' | 'object', value: Json): boolean {
  if (type === 'list') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return type === 'string' ? typeof value === 'string' : typeof value === 'number';
}

function isWithin(window: Window, at: number): boolean {
  return at >= Math.floor(window.from) - STAMP_TOLERANCE && at <= Math.ceil(window.to) + STAMP_TOLERANCE;
}

/** The pattern in words. */
export function describeField(pattern: FieldPattern): string {
  if ('unknown' in pattern) return 'anything';
  if ('optional' in pattern) return `nothing or ${describeField(pattern.optional)}`;
  if ('absent' in pattern) return 'nothing';
  if ('is' in pattern) return brief(pattern.is);
  if ('contains' in pattern) return `something that contains ${brief(pattern.contains)}`;
  if ('oneOf' in pattern) return pattern.oneOf.map(brief).join(' or ');
  if ('any' in pattern)
    return { string: 'a string', integer: 'a number', list: 'a list', object: 'an object' }[pattern.any];
  return `the time of the call, ${instant(Math.floor(pattern.within.from))} to ${instant(Math.ceil(pattern.within.to))}`;
}

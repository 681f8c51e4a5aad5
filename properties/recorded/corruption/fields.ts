import type { RecordedExchange } from '../../../adapters/recordings/recordedExchange.ts';
import type { Json } from '../../../model/json.ts';
import type { Choices } from '../../../model/oracle/testing/choices.ts';
import type { Site } from './corruption.ts';
import { listedObjects, type ShownObject, shownObject, valueAt, withValue } from './shownObjects.ts';

/** The object of an answer, or one of those that a list shows. */
export function anyShown({ exchange }: Site, choices: Choices): ShownObject | undefined {
  const listed = listedObjects(exchange);
  return shownObject(exchange) ?? (listed.length > 0 ? choices.pick(listed) : undefined);
}

/** The exchange with another value in a field of an object that it shows. */
export function withField(
  { exchange }: Site,
  { path }: ShownObject,
  field: readonly string[],
  value: Json | undefined,
): RecordedExchange {
  return withValue(exchange, [...path, ...field], value);
}

/** A number in a field of an object; undefined where there is none, or a recorder wrote it as a string. */
export function numberAt({ json }: ShownObject, field: readonly string[]): number | undefined {
  const value = valueAt(json, field);
  return typeof value === 'number' ? value : undefined;
}

/** One of some values, other than the one there is. */
export function another<T extends Json>(choices: Choices, values: readonly T[], than: Json | undefined): T {
  return choices.pick(values.filter((value) => value !== than));
}

/** Seconds to shift a date by. */
export const SHIFTS: readonly number[] = [-86_400, -3600, -60, 60, 3600, 86_400];

import type { RecordedExchange, Recording } from '../../../adapters/recordings/recordedExchange.ts';
import type { JsonObject } from '../../../model/json.ts';
import { sameJson } from '../../../model/world/facts.ts';
import type { Site } from './corruption.ts';
import { isObject, type ShownObject, shownObject, valueAt } from './shownObjects.ts';

/** What may change a fact, so that another exchange no longer speaks of it. */
export type ChangedBy =
  /** Nothing: it belongs to the version from its creation. */
  | 'nothing'
  /** Calls that write what a version holds; deletion, recovery and restore bring it back as it was (DL-08, RC-02, BK-03). */
  | 'writes'
  /** Calls that begin or end a deletion as well. */
  | 'any-change';

/** Seconds between two calls after which a recorder may have appended another run, against vaults made anew. */
const PAUSE = { forward: 120, backward: 5 } as const;

/**
 * Whether another exchange of the recording shows the same version with the same value at the same place, and nothing
 * stands between the two that changes it. Looks at paths, methods and bodies alone, and knows nothing of the model.
 * @param path the way from the object to the field
 */
export function isShownElsewhere(
  site: Site,
  shown: ShownObject,
  path: readonly string[],
  changedBy: ChangedBy,
): boolean {
  const value = valueAt(shown.json, path);
  if (shown.version === undefined || value === undefined) return false;
  return site.recording.exchanges.some((exchange, i) => {
    if (i === site.at) return false;
    const other = shownObject(exchange);
    if (other?.key !== shown.key || other.version !== shown.version) return false;
    if (!sameJson(valueAt(other.json, path) ?? null, value)) return false;
    return isSameRun(site.recording, site.at, i) && !isChangedBetween(site, i, shown.key, changedBy);
  });
}

/** Whether a call after the first of two and up to the second may change what an object shows. */
export function isChangedBetween(site: Site, other: number, key: string, changedBy: ChangedBy): boolean {
  if (changedBy === 'nothing') return false;
  const [from, to] = site.at < other ? [site.at, other] : [other, site.at];
  return site.recording.exchanges
    .slice(from + 1, to + 1)
    .some((exchange) => changes(exchange, key, changedBy));
}

/** Whether two exchanges belong to one run of what was recorded, and nobody left out what was between them. */
export function isSameRun({ exchanges, excerpt }: Recording, a: number, b: number): boolean {
  if (excerpt) return false;
  const [from, to] = a < b ? [a, b] : [b, a];
  const dates = exchanges.slice(from, to + 1).flatMap(({ date }) => date ?? []);
  return dates.every((date, i) => {
    const jump = date - (dates[i - 1] ?? date);
    return jump <= PAUSE.forward && jump >= -PAUSE.backward;
  });
}

function changes(exchange: RecordedExchange, key: string, changedBy: ChangedBy): boolean {
  if (exchange.method === 'GET') return false;
  if (exchange.plane === 'management') return true;
  const name = key.slice(key.lastIndexOf('/') + 1);
  const path = exchange.path.toLowerCase();
  if (!path.includes('/restore') && !path.includes(`/${name}`)) return false;
  return changedBy === 'any-change' || !KEEPS_CONTENT.test(`${exchange.method} ${path}`);
}

/** Deletion, recovery, purge, backup, restore and uses of keys leave what a version holds as it is. */
const KEEPS_CONTENT = /^DELETE |\/(recover|backup|restore|encrypt|decrypt|sign|verify|wrapkey|unwrapkey)$/;

/** What was sent with a call, where it was recorded. */
export function sentIn({ recording, exchange }: Site): JsonObject | undefined {
  const { requestBody } = exchange;
  return recording.requestBodiesRecorded && requestBody !== undefined && isObject(requestBody)
    ? requestBody
    : undefined;
}

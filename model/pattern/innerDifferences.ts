import type { Json, JsonObject } from '../json.ts';
import { sameJson } from '../world/facts.ts';
import { brief } from './difference.ts';

/** Members in which two documents differ that are told one by one. */
const MOST_TOLD = 3;

/**
 * In which members two documents differ, in words: both are long, and alike in most of what they hold. Undefined unless
 * both are objects.
 */
export function innerDifferences(path: string, allowed: Json, shown: Json | undefined): string | undefined {
  if (!isObject(allowed) || !isObject(shown)) return undefined;
  const all = leaves(path, allowed, shown);
  const more = all.length - MOST_TOLD;
  return all.slice(0, MOST_TOLD).join('; ') + (more > 0 ? `; and ${more} more members` : '');
}

function leaves(path: string, allowed: JsonObject, shown: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(allowed), ...Object.keys(shown)]);
  return [...names].flatMap((name) => {
    const due = allowed[name];
    const is = shown[name];
    if (due !== undefined && is !== undefined && sameJson(due, is)) return [];
    const at = `${path}.${name}`;
    if (isObject(due) && isObject(is)) return leaves(at, due, is);
    return due === is ? [] : [`${at} is ${brief(is)} where the rules allow ${brief(due)}`];
  });
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

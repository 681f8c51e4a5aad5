import type { Page } from '../answer.ts';
import { type Difference, listDifference, WEIGHT } from './difference.ts';
import { matchObject, type ObjectPattern } from './objectPattern.ts';

/** What a page of an object's versions may hold. */
export interface PagePattern {
  /** What an item may look like: one of the known versions, or one not known yet. */
  readonly items: readonly ObjectPattern[];
  /** What an item of an unknown version may look like; absent when all versions are known. */
  readonly other?: ObjectPattern;
  /** Ids that must have been listed once the last page is there, minus those listed on earlier pages. */
  readonly due: readonly string[];
  /** Ids listed on earlier pages: none may come twice. */
  readonly seen: readonly string[];
}

/** In what a page is not what the pattern allows; empty when it fits. */
export function matchPage(pattern: PagePattern, page: Page): Difference[] {
  const differences: Difference[] = [];
  const listed = new Set(pattern.seen);
  for (const item of page.items) {
    const id = item.version ?? '';
    if (listed.has(id))
      differences.push(wrong('each version once', 'listed twice', `version ${id} is listed twice`));
    listed.add(id);
    const known = pattern.items.find(({ version }) => 'is' in version && version.is === id);
    const allowed = known ?? pattern.other;
    if (!allowed)
      differences.push(wrong('not listed', 'listed', `${id} is listed, which is no version of this object`));
    else differences.push(...matchObject(allowed, item));
  }
  if (page.next !== undefined) return differences;
  const unlisted = pattern.due.filter((id) => !listed.has(id));
  for (const id of unlisted) differences.push(wrong('listed', 'not listed', `version ${id} is not listed`));
  return differences;
}

function wrong(expected: string, observed: string, text: string): Difference {
  return listDifference(expected, observed, WEIGHT.version, text);
}

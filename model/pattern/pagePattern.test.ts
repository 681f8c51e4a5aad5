import { expect, it } from 'vitest';
import type { ObjectView } from '../answer.ts';
import { V1, V2, V3 } from '../testing/states.ts';
import type { ObjectPattern } from './objectPattern.ts';
import { matchPage, type PagePattern } from './pagePattern.ts';

function known(version: string): ObjectPattern {
  return { name: 'a', version: { is: version }, fields: { enabled: { is: true } }, relations: [] };
}

const OTHER: ObjectPattern = {
  name: 'a',
  version: { any: true },
  fields: { enabled: { unknown: true } },
  relations: [],
};
const PATTERN: PagePattern = { items: [known(V1), known(V2)], due: [V1, V2], seen: [] };

function item(version: string, enabled = true): ObjectView {
  return { name: 'a', version, fields: { enabled } };
}

function problems(
  pattern: Partial<PagePattern>,
  items: readonly ObjectView[],
  next?: string,
): readonly string[] {
  const page = { items, ...(next !== undefined && { next }) };
  return matchPage({ ...PATTERN, ...pattern }, page).map(({ text, field }) => text ?? field);
}

it('should find nothing in a page that fits', () => {
  expect(problems({}, [item(V1), item(V2)])).toEqual([]);
});

it('should say which version is missing once there is no other page', () => {
  expect(problems({}, [item(V1)])).toEqual([`version ${V2} is not listed`]);
  expect(problems({}, [item(V1)], 'more')).toEqual([]);
});

it('should say which version is listed twice, on one page or on two', () => {
  expect(problems({}, [item(V1), item(V1), item(V2)])).toEqual([`version ${V1} is listed twice`]);
  expect(problems({ seen: [V1], due: [V2] }, [item(V1), item(V2)])).toEqual([
    `version ${V1} is listed twice`,
  ]);
});

it('should say which version is none of the object', () => {
  expect(problems({}, [item(V1), item(V2), item(V3)])).toEqual([
    `${V3} is listed, which is no version of this object`,
  ]);
  expect(problems({ other: OTHER }, [item(V1), item(V2), item(V3)])).toEqual([]);
});

it('should say which field of an item differs', () => {
  expect(problems({}, [item(V1, false), item(V2)])).toEqual(['enabled']);
});

import type { ObjectView } from '../answer.ts';
import type { Fields } from '../fields.ts';
import { brief, type Difference, THE_FORM, WEIGHT } from './difference.ts';
import { describeField, type FieldPattern, fits } from './fieldPattern.ts';
import { innerDifferences } from './innerDifferences.ts';

/** Which version an id may carry. */
export type VersionPattern =
  /** None: the id of a list item. */
  | { readonly none: true }
  /** This one. */
  | { readonly is: string }
  /** One not seen before: a new version never takes the id of another (NR-08, LS-09). */
  | { readonly fresh: readonly string[] }
  /** Any. */
  | { readonly any: true };

/** A demand on several fields together. */
export interface Relation {
  /** The field to blame where it does not hold. */
  readonly field: string;
  /** The demand in words. */
  readonly demand: string;
  readonly holds: (fields: Fields, view: ObjectView) => boolean;
}

/** What one object in an answer may look like. Fields it does not name must be absent. */
export interface ObjectPattern {
  readonly name: string;
  readonly version: VersionPattern;
  readonly fields: { readonly [field: string]: FieldPattern };
  readonly relations: readonly Relation[];
}

/** LS-09: 32 lower-case hexadecimal digits. */
const VERSION_ID = /^[0-9a-f]{32}$/;

/** A field as differences name it: the status that a certificate's operation has is not that of the answer. */
function differing(field: string): string {
  return field === 'status' ? 'operation.status' : field;
}

/** In what the object is not what the pattern allows; empty when it fits. */
export function matchObject(pattern: ObjectPattern, view: ObjectView): Difference[] {
  const differences: Difference[] = [];
  if (view.name.toLowerCase() !== pattern.name.toLowerCase()) {
    differences.push({ field: 'name', expected: pattern.name, observed: view.name, weight: WEIGHT.version });
  }
  const version = versionDifference(pattern.version, view.version);
  if (version) differences.push(version);
  for (const field of new Set([...Object.keys(pattern.fields), ...Object.keys(view.fields)])) {
    const allowed = pattern.fields[field] ?? { absent: true };
    const value = view.fields[field];
    if (fits(allowed, value)) continue;
    const text = 'is' in allowed ? innerDifferences(differing(field), allowed.is, value) : undefined;
    differences.push({
      field: differing(field),
      expected: describeField(allowed),
      observed: brief(value),
      ...(text !== undefined && { text }),
      weight: WEIGHT.field,
    });
  }
  for (const { field, demand, holds } of pattern.relations) {
    if (holds(view.fields, view)) continue;
    differences.push({
      field: differing(field),
      expected: demand,
      observed: brief(view.fields[field]),
      weight: WEIGHT.field,
    });
  }
  return differences;
}

function versionDifference(pattern: VersionPattern, version: string | undefined): Difference | undefined {
  const differs = (expected: string): Difference => ({
    field: 'version',
    expected,
    observed: version ?? 'none',
    weight: WEIGHT.version,
  });
  if ('none' in pattern) return version === undefined ? undefined : differs('no version in the id');
  if (version === undefined) return differs(describeVersion(pattern));
  if ('is' in pattern) return version === pattern.is ? undefined : differs(pattern.is);
  if (!VERSION_ID.test(version)) return differs(THE_FORM);
  if ('fresh' in pattern && pattern.fresh.includes(version)) return differs('a version id not used before');
  return undefined;
}

/** The version pattern in words. */
export function describeVersion(pattern: VersionPattern): string {
  if ('none' in pattern) return 'no version in the id';
  if ('is' in pattern) return `version ${pattern.is}`;
  return 'fresh' in pattern ? 'a version id not used before' : 'a version';
}

import type { Kind } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';

/** Where a field stands in a body, and what may stand there. */
export interface FieldShape {
  /** The field's name in the model. */
  readonly field: string;
  /** Its place in the body: `attributes.enabled`. */
  readonly path: string;
  readonly type: 'string' | 'boolean' | 'integer' | 'tags' | 'id';
  /** Whether a client may send it. */
  readonly writable?: boolean;
}

/** Fields that every kind's bundles and list items share. */
const COMMON: readonly FieldShape[] = [
  { field: 'enabled', path: 'attributes.enabled', type: 'boolean', writable: true },
  { field: 'nbf', path: 'attributes.nbf', type: 'integer', writable: true },
  { field: 'exp', path: 'attributes.exp', type: 'integer', writable: true },
  { field: 'created', path: 'attributes.created', type: 'integer' },
  { field: 'updated', path: 'attributes.updated', type: 'integer' },
  { field: 'recoveryLevel', path: 'attributes.recoveryLevel', type: 'string' },
  { field: 'recoverableDays', path: 'attributes.recoverableDays', type: 'integer' },
  { field: 'tags', path: 'tags', type: 'tags', writable: true },
  { field: 'managed', path: 'managed', type: 'boolean' },
  { field: 'recoveryId', path: 'recoveryId', type: 'id' },
  { field: 'deletedDate', path: 'deletedDate', type: 'integer' },
  { field: 'scheduledPurgeDate', path: 'scheduledPurgeDate', type: 'integer' },
  // Services of 2017 spelt it so (api-versions 2016-10-01 and 7.0-preview); the model knows when it may.
  { field: 'recoverylevel', path: 'attributes.recoverylevel', type: 'string' },
];

const SECRET: readonly FieldShape[] = [
  { field: 'value', path: 'value', type: 'string', writable: true },
  { field: 'contentType', path: 'contentType', type: 'string', writable: true },
  { field: 'kid', path: 'kid', type: 'id' },
];

const SHAPES: Readonly<Record<Kind, readonly FieldShape[]>> = { secret: [...COMMON, ...SECRET] };

/** All fields that objects of a kind can show. */
export function fieldShapes(kind: Kind): readonly FieldShape[] {
  return SHAPES[kind];
}

/** What is wrong with a value of a field, in words; undefined when nothing is. */
export function typeProblem(type: FieldShape['type'], value: Json): string | undefined {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value) ? undefined : `not a whole number: ${brief(value)}`;
    case 'tags':
      return isTags(value) ? undefined : `not an object of strings: ${brief(value)}`;
    case 'id':
      return typeof value === 'string' ? undefined : `not a string: ${brief(value)}`;
    default:
      return typeof value === type ? undefined : `not a ${type}: ${brief(value)}`;
  }
}

function isTags(value: Json): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((tag) => typeof tag === 'string');
}

function brief(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

import type { AnyNode, BinaryExpression, Expression, ObjectExpression, SpreadElement } from 'acorn';
import type { Json } from '../../../model/json.ts';
import { fail, type Place, within } from './place.ts';

/** What a nock file's arguments can be: JSON, bytes, or nothing. */
export type Literal = Json | Uint8Array | undefined;

const ENCODINGS: ReadonlySet<Literal> = new Set(['hex', 'base64', 'utf8', 'utf-8']);

/**
 * The value that an expression writes out: a string, number, boolean, null, array, object, template without
 * expressions, concatenation of strings, negative number, or `Buffer.from(text, encoding)`.
 * Nothing is ever executed; any other expression is refused with its line and column.
 */
export function literalOf(node: AnyNode, place: Place): Literal {
  switch (node.type) {
    case 'Literal':
      if (node.regex !== undefined || typeof node.value === 'bigint') break;
      return node.value as Json;
    case 'TemplateLiteral':
      if (node.expressions.length > 0) break;
      return node.quasis[0]?.value.cooked ?? '';
    case 'Identifier':
      if (node.name !== 'undefined') break;
      return undefined;
    case 'UnaryExpression': {
      const value = node.operator === '-' ? literalOf(node.argument, place) : undefined;
      if (typeof value !== 'number') break;
      return -value;
    }
    case 'BinaryExpression':
      return concatenation(node, place);
    case 'ArrayExpression':
      return node.elements.map((element) => (element === null ? null : jsonOf(element, place)));
    case 'ObjectExpression':
      return objectOf(node, place);
    case 'CallExpression':
    case 'NewExpression':
      return bufferOf(node.callee, node.arguments, node, place);
  }
  return refuse(node, place);
}

/** Refuses a part of a nock file: only what is written out can be read. */
export function refuse(node: AnyNode, place: Place, problem?: string): never {
  const kind = node.type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  fail(
    placeOf(node, place),
    problem ?? `a nock file must write its values out; this is not: ${kind}`,
    'Nothing in the file is executed: put the value there, or record it again',
  );
}

/** The place of a node: its line and column, from 1. */
export function placeOf(node: AnyNode, place: Place): Place {
  const start = node.loc?.start;
  return start === undefined ? place : within(place, `line ${start.line}, column ${start.column + 1}`);
}

/** A literal that JSON can carry. */
export function jsonOf(node: AnyNode, place: Place): Json {
  const value = literalOf(node, place);
  return value === undefined || value instanceof Uint8Array ? refuse(node, place) : value;
}

/** Strings joined by +, of which there can be thousands in a row. */
function concatenation(whole: BinaryExpression, place: Place): string {
  const parts: string[] = [];
  let node: AnyNode = whole;
  while (node.type === 'BinaryExpression' && node.operator === '+') {
    parts.unshift(stringOf(node.right, place));
    node = node.left;
  }
  return stringOf(node, place) + parts.join('');
}

/** A literal that is a string. */
export function stringOf(node: AnyNode, place: Place): string {
  const value = literalOf(node, place);
  return typeof value === 'string' ? value : refuse(node, place, 'this must be a string');
}

function objectOf(node: ObjectExpression, place: Place): Json {
  const entries = new Map<string, Json>();
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.kind !== 'init' || property.computed || property.shorthand) {
      return refuse(property, place);
    }
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : String(literalOf(key, place));
    if (entries.has(name)) refuse(property, place, 'a key that this object has already');
    entries.set(name, jsonOf(property.value, place));
  }
  return Object.fromEntries(entries);
}

/** `Buffer.from(text, encoding)`, or `new Buffer(text, encoding)` as older recorders wrote it. */
function bufferOf(
  callee: AnyNode,
  given: readonly (Expression | SpreadElement)[],
  node: AnyNode,
  place: Place,
): Uint8Array {
  const [text, encoding, ...more] = given;
  const known =
    node.type === 'NewExpression' ? isNamed(callee, 'Buffer') : isMember(callee, 'Buffer', 'from');
  if (!known || text === undefined || more.length > 0) return refuse(node, place);
  const name = encoding === undefined ? 'utf8' : stringOf(encoding, place);
  if (!ENCODINGS.has(name))
    return refuse(encoding ?? node, place, 'an encoding other than hex, base64 and utf8');
  return Buffer.from(stringOf(text, place), name as BufferEncoding);
}

function isNamed(node: AnyNode, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

function isMember(node: AnyNode, object: string, property: string): boolean {
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    isNamed(node.object, object) &&
    isNamed(node.property, property)
  );
}

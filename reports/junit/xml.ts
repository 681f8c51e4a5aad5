import { printableText } from '../wording/printable.ts';

/** An element of an XML document; children that are strings are text. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: { readonly [attribute: string]: string | number };
  readonly children?: readonly (XmlElement | string)[];
}

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
};

function escapeMarks(text: string, marks: RegExp): string {
  return printableText(text).replace(marks, (character) => ENTITIES[character] ?? character);
}

function writeElement({ name, attributes = {}, children = [] }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${escapeMarks(String(value), /[&<>"'\n\t]/g)}"`,
  );
  const open = `${indent}<${name}${written.join('')}`;
  if (children.length === 0) return `${open}/>`;
  if (children.every((child) => typeof child === 'string')) {
    return `${open}>${escapeMarks(children.join(''), /[&<>]/g)}</${name}>`;
  }
  const inside = children.map((child) =>
    typeof child === 'string' ? escapeMarks(child, /[&<>]/g) : writeElement(child, `${indent}  `),
  );
  return `${open}>\n${inside.join('\n')}\n${indent}</${name}>`;
}

/**
 * Writes an XML document. Texts and values of attributes may hold anything: what XML cannot carry is spelled out, as in
 * `\u{1b}`. Names of elements and attributes are written as they are.
 */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(root, '')}\n`;
}

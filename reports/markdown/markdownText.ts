import { printableLine, printableText } from '../wording/printable.ts';

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '|': '&#124;',
  '@': '&#64;',
};

/** Text as one line of HTML. */
export function htmlText(text: string): string {
  return printableLine(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * Text as one line of GitHub's Markdown, anywhere in a line or in the cell of a table: no character of it marks
 * anything, and what looks like an address makes no link.
 */
export function markdownText(text: string): string {
  return printableLine(text)
    .replace(/[&<>|@]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*{}[\]~$]/g, '\\$&')
    .replace(/(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])/g, '\\_')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Text in the type of code, as one line of Markdown. */
export function markdownCode(text: string): string {
  return `<code>${markdownText(text)}</code>`;
}

/** A block of code that holds the text whatever it is. `language` colours it, such as `json`. */
export function markdownBlock(text: string, language: string): string {
  const content = printableText(text);
  const longest = Math.max(2, ...Array.from(content.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content}\n${fence}`;
}

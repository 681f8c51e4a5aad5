import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { printableText } from '../wording/printable.ts';
import { writeXml } from './xml.ts';

/** The only element as a strict parser reads it; throws when the document is not well-formed. */
function parse(xml: string): { readonly text: string; readonly value: string | undefined } {
  const parser = new SaxesParser();
  let text = '';
  let value: string | undefined;
  let open = false;
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('text', (part) => {
    if (open) text += part;
  });
  parser.on('opentag', (tag) => {
    value = tag.attributes.value;
    open = true;
  });
  parser.on('closetag', () => {
    open = false;
  });
  parser.write(xml).close();
  return { text, value };
}

const TEXT = fc.string({
  unit: fc.oneof(
    fc.constantFrom(']]>', '<', '&', '"', "'", '\n', '\r', '\t', '\0', '\u001b', '\ufffe', '\ud800'),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
});

describe('writeXml', { timeout: 30_000 }, () => {
  it('should be well-formed and carry any text in elements and attributes', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (text, value) => {
        const read = parse(writeXml({ name: 'x', attributes: { value }, children: [text] }));
        expect(read).toEqual({ text: printableText(text), value: printableText(value) });
      }),
      { numRuns: 300 },
    );
  });
});

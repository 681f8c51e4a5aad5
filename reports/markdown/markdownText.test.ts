import fc from 'fast-check';
import { markdownTable } from 'markdown-table';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { printableLine, printableText } from '../wording/printable.ts';
import { htmlText, markdownBlock, markdownCode, markdownText } from './markdownText.ts';

function render(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

const TEXT = fc.string({
  unit: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...'\\`*_{}[]()<>#+-.!|~&@:/$=^"\'\n\t 1a') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'www.',
        'https://',
        'a@b.co',
        '&amp;',
        '<b>',
        '<!--',
        '\n\n',
        '- ',
        '[^1]',
        '\n```',
        '\n````\n',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 1 }) },
  ),
  maxLength: 30,
});

describe('markdownText', { timeout: 30_000 }, () => {
  it('should show exactly the text, whatever it holds', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const shown = printableLine(text);
        expect(decode(render(markdownText(text)))).toBe(shown === '' ? '' : `<p>${shown}</p>`);
      }),
      { numRuns: 600 },
    );
  });

  it('should show exactly the text within a line', () => {
    fc.assert(
      fc.property(
        TEXT.filter((text) => printableLine(text) !== ''),
        (text) => {
          const item = decode(render(`- **x**: ${markdownText(text)} y`));
          expect(item).toBe(`<ul>\n<li><strong>x</strong>: ${printableLine(text)} y</li>\n</ul>`);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('should stay in its cell of a table', () => {
    fc.assert(
      fc.property(TEXT, TEXT, (one, other) => {
        const table = markdownTable([
          ['A', 'B'],
          [markdownText(one), markdownCode(other)],
        ]);
        const cells = Array.from(render(table).matchAll(/<td>(.*?)<\/td>/gs), ([, cell]) =>
          decode(cell ?? ''),
        );
        expect(cells).toEqual([printableLine(one), `<code>${printableLine(other)}</code>`]);
      }),
      { numRuns: 300 },
    );
  });

  it('should make no link of an address and leave names with underscores readable', () => {
    expect(render(markdownText('see https://a.b/c_d and www.x.org'))).toBe(
      '<p>see https://a.b/c_d and www.x.org</p>',
    );
    expect(markdownText('a_b_c')).toBe('a_b_c');
  });

  it('should show what would move a cursor or turn text around', () => {
    expect(markdownText('a\u001b[31mb\u202ec')).toBe('a\\\\u\\{1b\\}\\[31mb\\\\u\\{202e\\}c');
  });
});

describe('htmlText', { timeout: 30_000 }, () => {
  it('should stay in its element', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const html = render(`<details>\n<summary>${htmlText(text)}</summary>\n\nafter\n\n</details>`);
        expect(decode(html)).toBe(
          `<details>\n<summary>${printableLine(text)}</summary>\n<p>after</p>\n</details>`,
        );
      }),
    );
  });
});

describe('markdownBlock', { timeout: 30_000 }, () => {
  it('should hold any text', () => {
    fc.assert(
      fc.property(TEXT, (text) => {
        const html = render(`${markdownBlock(text, 'json')}\n\nafter`);
        const inside = decode(html)
          .replace(/\n<\/code><\/pre>\n<p>after<\/p>$/, '')
          .replace(/^<pre><code class="language-json">/, '');
        expect(inside).toBe(printableText(text));
      }),
    );
  });
});

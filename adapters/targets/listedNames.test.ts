import { describe, expect, it } from 'vitest';
import type { Answer } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import { listedNames } from './listedNames.ts';

const FIRST = { op: 'list', kind: 'secret', vault: 'v' } as const;

/** A list whose pages name one object each, and what comes after each page. */
async function read(nextAfter: (page: string) => string | undefined): Promise<readonly string[]> {
  const names: string[] = [];
  const ask = async (command: Command): Promise<Answer> => {
    const page = ('next' in command && command.next) || 'a';
    const next = nextAfter(page);
    return {
      status: 200,
      oddities: [],
      page: { items: [{ name: page, fields: {} }], ...(next !== undefined && { next }) },
    };
  };
  for await (const name of listedNames(ask, FIRST)) names.push(name);
  return names;
}

describe('listedNames', () => {
  it('should name what each page lists', async () => {
    expect(await read((page) => ({ a: 'b', b: 'c' })[page])).toEqual(['a', 'b', 'c']);
  });

  it('should end a list that goes round', async () => {
    expect(await read((page) => (page === 'c' ? 'b' : String.fromCharCode(page.charCodeAt(0) + 1)))).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';

/** More pages than a vault of a hundred thousand secrets has. */
const MOST_PAGES = 10_000;

/**
 * The names of a list, page after page, as they come. It ends with the last page, with an answer that is no page, and
 * with a link that came before: a list that goes round has nothing new to say.
 */
export async function* listedNames(
  ask: (command: Command) => Promise<Answer | Lost>,
  first: Command & { readonly op: 'list' | 'listDeleted' },
): AsyncGenerator<string> {
  const links = new Set<string>();
  let command: Command = first;
  while (links.size < MOST_PAGES) {
    const answer = await ask(command);
    if ('lost' in answer || !answer.page) return;
    for (const { name } of answer.page.items) yield name;
    const { next } = answer.page;
    if (next === undefined || links.has(next)) return;
    links.add(next);
    command = { ...first, next };
  }
}

import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Caller, VaultPlace } from '../rest/caller.ts';

/** A list longer than this goes round. */
const MOST_PAGES = 1000;

/**
 * Deletes and purges all objects of a vault that nobody else uses, in a target that does both at once. What does not
 * go stays: this is tidying up, and nothing is judged by it.
 */
export async function emptyVault(caller: Caller, vault: string, place: VaultPlace): Promise<void> {
  const ask = async (command: Command): Promise<Answer | Lost> => (await caller.call(command, place)).answer;
  for (const [list, remove] of [
    ['list', 'delete'],
    ['listDeleted', 'purge'],
  ] as const) {
    for (const kind of EMPTIED) {
      for (const name of await namesIn(ask, { op: list, kind, vault })) {
        await ask({ op: remove, kind, vault, name });
      }
    }
  }
}

/** Certificates first: the key and the secret that one owns go with it. */
const EMPTIED = ['certificate', 'key', 'secret'] as const;

async function namesIn(
  ask: (command: Command) => Promise<Answer | Lost>,
  command: Command & { readonly op: 'list' | 'listDeleted' },
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const answer = await ask({ ...command, ...(next !== undefined && { next }) });
    if ('lost' in answer || !answer.page) break;
    for (const { name } of answer.page.items) names.add(name);
    next = answer.page.next;
    if (next === undefined) break;
  }
  return names;
}

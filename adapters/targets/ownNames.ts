import type { Command } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import type { Adapter } from '../adapter.ts';

/** More pages than a vault of a hundred thousand secrets has: a list that goes on further goes round. */
const MOST_PAGES = 10_000;

/**
 * Names that a run may have left in a vault, from its log: every name it tried to set or to bring back there and did
 * not see purged after that. A log that was cut is as good as its last line.
 */
export function namesInLog(events: Iterable<RunEvent>, vault: string): Set<string> {
  const names = new Set<string>();
  for (const event of events) {
    if (event.type !== 'exchange' || event.command.vault !== vault) continue;
    const { command, answer } = event;
    const status = 'status' in answer ? answer.status : undefined;
    if (command.op === 'set' || command.op === 'recover') names.add(command.name);
    else if (command.op === 'purge' && status === 204) names.delete(command.name);
    else if (command.op === 'restore' && 'status' in answer && answer.object) names.add(answer.object.name);
  }
  return names;
}

/** Names in a vault's lists, live and deleted, that begin with a prefix; none without a prefix. */
export async function findOwnNames(
  adapter: Adapter,
  options: { readonly vault: string; readonly namePrefix?: string; readonly signal?: AbortSignal },
): Promise<Set<string>> {
  const prefix = options.namePrefix?.toLowerCase();
  const names = new Set<string>();
  if (prefix === undefined || prefix === '') return names;
  for (const op of ['list', 'listDeleted'] as const) {
    let next: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      const command: Command = {
        op,
        kind: 'secret',
        vault: options.vault,
        ...(next !== undefined && { next }),
      };
      const { answer } = await adapter.execute(command, options.signal);
      if ('lost' in answer || !answer.page) break;
      for (const { name } of answer.page.items) if (name.toLowerCase().startsWith(prefix)) names.add(name);
      next = answer.page.next;
      if (next === undefined) break;
    }
  }
  return names;
}

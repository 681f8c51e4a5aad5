import type { Command, ObjectKind } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import type { Adapter } from '../adapter.ts';

/** More pages than a vault of a hundred thousand secrets has: a list that goes on further goes round. */
const MOST_PAGES = 10_000;

/** What makes an object, or brings it back. */
const MAKING: ReadonlySet<string> = new Set(['set', 'create', 'import', 'recover']);

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
    if (MAKING.has(command.op) && 'name' in command) names.add(command.name);
    else if (command.op === 'purge' && status === 204) names.delete(command.name);
    else if (command.op === 'restore' && 'status' in answer && answer.object) names.add(answer.object.name);
  }
  return names;
}

/** Which names in a vault are a run's own. */
interface Owning {
  readonly vault: string;
  readonly kind: ObjectKind;
  readonly namePrefix?: string;
  readonly isOwn?: (name: string) => boolean;
  readonly signal?: AbortSignal;
}

/** A run's own names in a vault's lists, live and deleted: those under its prefix, and those that it knows as its own. */
export async function findOwnNames(adapter: Adapter, options: Owning): Promise<Set<string>> {
  const { namePrefix = '', isOwn } = options;
  const prefix = namePrefix.toLowerCase();
  const names = new Set<string>();
  if (prefix === '' && !isOwn) return names;
  const isMine = (name: string): boolean =>
    isOwn?.(name) === true || (prefix !== '' && name.toLowerCase().startsWith(prefix));
  // Issuers and contacts are not soft-deleted, and there is no list of contacts.
  const isSoft = options.kind !== 'issuer' && options.kind !== 'contacts';
  if (options.kind === 'contacts') return names;
  for (const op of isSoft ? (['list', 'listDeleted'] as const) : (['list'] as const)) {
    for await (const name of listed(adapter, op, options)) if (isMine(name)) names.add(name);
  }
  return names;
}

async function* listed(
  adapter: Adapter,
  op: 'list' | 'listDeleted',
  { vault, kind, signal }: Owning,
): AsyncGenerator<string> {
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const command: Command = { op, kind, vault, ...(next !== undefined && { next }) };
    const { answer } = await adapter.execute(command, signal);
    if ('lost' in answer || !answer.page) return;
    for (const { name } of answer.page.items) yield name;
    next = answer.page.next;
    if (next === undefined) return;
  }
}

import type { Answer, Lost } from '../../model/answer.ts';
import type { Command, ObjectKind } from '../../model/command.ts';
import type { RunEvent } from '../../model/event.ts';
import type { Adapter } from '../adapter.ts';
import { listedNames } from './listedNames.ts';

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
  const ask = async (command: Command): Promise<Answer | Lost> =>
    (await adapter.execute(command, options.signal)).answer;
  for (const op of isSoft ? (['list', 'listDeleted'] as const) : (['list'] as const)) {
    const { vault, kind } = options;
    for await (const name of listedNames(ask, { op, kind, vault })) if (isMine(name)) names.add(name);
  }
  return names;
}

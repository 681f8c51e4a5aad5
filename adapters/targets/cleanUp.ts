import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Lost } from '../../model/answer.ts';
import type { Command, ObjectKind } from '../../model/command.ts';
import type { Adapter } from '../adapter.ts';
import { findOwnNames } from './ownNames.ts';

/** What is to be removed, and how long that may take. */
export interface CleanUpOptions {
  /** The vault as the adapter knows it. */
  readonly vault: string;
  /** What is removed. */
  readonly kind: ObjectKind;
  /** Names that may be left there: what a run made, or its log says that it made. */
  readonly names?: Iterable<string>;
  /** Names found in the vault's lists that begin with this are removed too. */
  readonly namePrefix?: string;
  /** Names found in the vault's lists of which this is true are removed too. */
  readonly isOwn?: (name: string) => boolean;
  /** Seconds that all of it may take; 600 unless given. */
  readonly limitSeconds?: number;
  /**
   * Seconds for which a name must be neither live nor deleted to count as gone, where it was not seen purged: while a
   * recovery settles it is neither. 150 unless given, longer than any that was seen of the service.
   */
  readonly quietSeconds?: number;
  /** Milliseconds between two rounds over the names at most; 2,000 unless given. The first pauses are shorter. */
  readonly pauseMs?: number;
  /** Told of each name that is done with. */
  readonly progress?: (name: string, left: Leftover) => void;
  readonly signal?: AbortSignal;
}

/** What is left of a name: nothing, its deleted object that only time purges, or more than that. */
export type Leftover =
  | { readonly left: 'nothing' }
  /** `until` is when the service purges it itself, Unix seconds, where it says. */
  | { readonly left: 'deleted'; readonly until?: number }
  | { readonly left: 'unknown'; readonly why: string };

const LIMIT_S = 600;
const QUIET_S = 150;
const PAUSE_MS = 2000;

/** Milliseconds of the first pause, each after it being twice as long: most that has to settle does so at once. */
const FIRST_PAUSE_MS = 125;

/** Refusals in a row after which a name counts as one that does not go: what settles says 404 or 409. */
const REFUSED_AFTER = 3;

/** Calls in a row without an answer after which a target is not asked any more. */
const SILENT_AFTER = 4;

/**
 * Deletes and purges what a run made in a vault that others use, waiting for what settles. What the vault's purge
 * protection keeps is left deleted. Only names given or under the prefix are touched.
 * @returns what is left of each name
 * @throws TargetTrouble when the target cannot be asked
 */
export async function cleanUp(adapter: Adapter, options: CleanUpOptions): Promise<Map<string, Leftover>> {
  const names = new Set([...(options.names ?? []), ...(await findOwnNames(adapter, options))]);
  const silence = { calls: 0 };
  const pending = new Map([...names].map((name) => [name, createRemoval(adapter, options, name, silence)]));
  const result = new Map<string, Leftover>();
  const end = Date.now() + (options.limitSeconds ?? LIMIT_S) * 1000;
  for (let round = 0; pending.size > 0; round++) {
    for (const [name, removal] of pending) {
      const isSilent = silence.calls >= SILENT_AFTER;
      const over = isSilent || Date.now() >= end || options.signal?.aborted === true;
      const left = over ? removal.sofar() : await removal.step();
      if (!left) continue;
      pending.delete(name);
      result.set(name, left);
      options.progress?.(name, left);
    }
    if (pending.size > 0) await rest(options, round);
  }
  return result;
}

interface Removal {
  /** Goes as far as the name lets it now; undefined while it settles. */
  step(): Promise<Leftover | undefined>;
  /** What can be said of it when there is no more time. */
  sofar(): Leftover;
}

function createRemoval(
  adapter: Adapter,
  options: CleanUpOptions,
  name: string,
  silence: { calls: number },
): Removal {
  const quietMs = (options.quietSeconds ?? QUIET_S) * 1000;
  let missingSince: number | undefined;
  let refusals = 0;
  let last = 'there was no time to ask';
  const ask = async (op: 'delete' | 'getDeleted' | 'purge'): Promise<Answer | Lost> => {
    const command: Command = { op, kind: options.kind, vault: options.vault, name };
    const { answer } = await adapter.execute(command, options.signal);
    last = `${op}: ${said(answer)}`;
    silence.calls = 'lost' in answer ? silence.calls + 1 : 0;
    return answer;
  };
  return {
    async step() {
      const deleted = await ask('delete');
      if (isGoneForGood(deleted, options.kind)) return { left: 'nothing' };
      const purged = await ask('purge');
      if (hasStatus(purged, 204)) return { left: 'nothing' };
      // Until the deletion has settled, it cannot be said that it is left deleted.
      const dead = hasStatus(purged, 403) ? await ask('getDeleted') : purged;
      if (dead !== purged && isThere(dead)) return { left: 'deleted', ...untilOf(dead) };
      refusals = [deleted, dead].some(isRefusal) ? refusals + 1 : 0;
      if (refusals >= REFUSED_AFTER) return { left: 'unknown', why: last };
      const isMissing = [deleted, dead].every((answer) => hasStatus(answer, 404));
      missingSince = isMissing ? (missingSince ?? Date.now()) : undefined;
      const gone = missingSince !== undefined && Date.now() - missingSince >= quietMs;
      return gone ? { left: 'nothing' } : undefined;
    },
    sofar: () => ({ left: 'unknown', why: last }),
  };
}

/** Whether a deletion leaves nothing to purge: of what is not soft-deleted (SD-10), or in a vault without it (SD-06). */
function isGoneForGood(deleted: Answer | Lost, kind: ObjectKind): boolean {
  if (kind === 'issuer' || kind === 'contacts') return !('lost' in deleted);
  return hasStatus(deleted, 200) && recoveryIdOf(deleted) === undefined;
}

async function rest({ pauseMs = PAUSE_MS, signal }: CleanUpOptions, round: number): Promise<void> {
  const ms = Math.min(pauseMs, FIRST_PAUSE_MS * 2 ** round);
  await pause(ms, undefined, signal && { signal }).catch(() => {});
}

function hasStatus(answer: Answer | Lost, status: number): boolean {
  return 'status' in answer && answer.status === status;
}

/** Whether an answer is neither a success nor what a name answers that settles. */
function isRefusal(answer: Answer | Lost): boolean {
  return 'status' in answer && answer.status >= 400 && ![404, 409, 429].includes(answer.status);
}

/** Whether a deleted object is there, though it may not be shown because it is disabled (ER-10). */
function isThere(dead: Answer | Lost): boolean {
  return hasStatus(dead, 200) || hasStatus(dead, 403);
}

function recoveryIdOf(answer: Answer | Lost): unknown {
  return 'object' in answer ? answer.object?.fields.recoveryId : undefined;
}

function untilOf(answer: Answer | Lost): { readonly until?: number } {
  const until = 'object' in answer ? answer.object?.fields.scheduledPurgeDate : undefined;
  return typeof until === 'number' ? { until } : {};
}

function said(answer: Answer | Lost): string {
  if ('lost' in answer) return answer.detail;
  return [answer.status, answer.refusal?.code].filter((part) => part !== undefined).join(' ');
}

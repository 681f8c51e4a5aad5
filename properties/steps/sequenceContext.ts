import type { Answer } from '../../model/answer.ts';
import type { Command, Kind, ObjectKind } from '../../model/command.ts';
import type { OpenedVault } from '../session/openedVault.ts';

/** What a running sequence knows: its names, and what calls answered that later steps refer to. */
export interface SequenceContext {
  readonly vault: OpenedVault;
  /** The kind that its steps are about unless they say otherwise. */
  readonly kind: ObjectKind;
  /** The name of each slot. */
  readonly names: readonly string[];
  /** Version ids of each slot in the order in which calls made them known. */
  readonly versions: readonly string[][];
  /** Backup blobs of each slot by kind, oldest first. */
  readonly blobs: readonly Map<Kind, string[]>[];
  /** Of each slot, the signing request that its pending operation showed last; undefined before the first. */
  readonly requests: (string | undefined)[];
  /** Of each slot that names a vault, the purge that was begun last; undefined before the first. */
  readonly operations: (string | undefined)[];
  /** Slots of vaults that calls were made about: until then there is nothing to call. */
  readonly vaults: Set<number>;
}

/** A sequence that has not begun. */
export function newContext(vault: OpenedVault, kind: ObjectKind, names: readonly string[]): SequenceContext {
  return {
    vault,
    kind,
    names,
    versions: names.map(() => []),
    blobs: names.map(() => new Map()),
    requests: names.map(() => undefined),
    operations: names.map(() => undefined),
    vaults: new Set(),
  };
}

const MAKING: readonly Command['op'][] = ['set', 'create', 'import', 'rotate', 'merge'];

/** Takes note of what later steps may refer to. */
export function remember(context: SequenceContext, slot: number, command: Command, answer: Answer): void {
  if (command.kind === context.kind) rememberVersion(context.versions[slot], command, answer);
  const { csr } = answer.object?.fields ?? {};
  if (typeof csr === 'string') context.requests[slot] = csr;
  if (answer.operation !== undefined) context.operations[slot] = answer.operation;
  if (answer.blob === undefined) return;
  const blobs = context.blobs[slot];
  blobs?.set(command.kind, [...(blobs.get(command.kind) ?? []), answer.blob]);
}

function rememberVersion(versions: string[] | undefined, { op, kind }: Command, answer: Answer): void {
  // A certificate's version shows only when its operation is over.
  const shows = MAKING.includes(op) || (kind === 'certificate' && op === 'get');
  const version = answer.object?.version;
  if (shows && version !== undefined && versions && !versions.includes(version)) versions.push(version);
}

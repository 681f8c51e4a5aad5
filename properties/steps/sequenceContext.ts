import type { Answer } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { OpenedVault } from '../session/openedVault.ts';

/** What a running sequence knows: its names, and what calls answered that later steps refer to. */
export interface SequenceContext {
  readonly vault: OpenedVault;
  /** The name of each slot. */
  readonly names: readonly string[];
  /** Version ids of each slot in the order in which calls made them known. */
  readonly versions: readonly string[][];
  /** Backup blobs of each slot, oldest first. */
  readonly blobs: readonly string[][];
}

/** A sequence that has not begun. */
export function newContext(vault: OpenedVault, names: readonly string[]): SequenceContext {
  return { vault, names, versions: names.map(() => []), blobs: names.map(() => []) };
}

/** Takes note of what later steps may refer to. */
export function remember(context: SequenceContext, slot: number, command: Command, answer: Answer): void {
  const version = answer.object?.version;
  const versions = context.versions[slot];
  if (command.op === 'set' && version !== undefined && versions && !versions.includes(version))
    versions.push(version);
  if (answer.blob !== undefined) context.blobs[slot]?.push(answer.blob);
}

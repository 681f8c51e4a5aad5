import type { ObjectState } from '../../model/world/objectState.ts';
import type { Step } from '../steps/step.ts';
import type { Finding } from './sequenceRecord.ts';

/** How many versions and backups of a name a sequence knows, which its steps can refer to. */
export interface Known {
  readonly versions: number;
  readonly backups: number;
}

/** What a sequence looks like to whoever chooses its next step. */
export interface SequenceView {
  /** Steps run so far. */
  readonly length: number;
  /** The states that the name of a slot may be in now. */
  states(slot: number): readonly ObjectState[];
  /** What is known of the name of a slot. */
  known(slot: number): Known;
  /** The step run last and what it found; absent before the first. */
  readonly last?: { readonly step: Step; readonly findings: readonly Finding[] };
}

import type { ObjectKind } from '../../../model/command.ts';
import type { Step } from '../step.ts';

/** A kind of step: the unit in which coverage is counted. */
export interface StepTemplate {
  /** What it is, in words; unique. */
  readonly label: string;
  /**
   * `life` steps move an object through its life or look where it is, `content` steps change or show what it holds:
   * both are tried in every class of state. `edge` steps vary a call's arguments, and are tried once in every phase;
   * `time` steps let time pass.
   */
  readonly tier: 'life' | 'content' | 'edge' | 'time';
  /** Whether what it does depends on the vault's settings, so that each vault has something new to tell of it. */
  readonly bySettings?: boolean;
  /** The kind that it is about, where that is another than the sequence's: only for targets that keep it. */
  readonly about?: ObjectKind;
  /** What must be known of a name for the step to mean anything. */
  readonly needs?: 'version' | 'backup';
  /** The step for a slot; `round` makes values of the same step differ. */
  readonly make: (slot: number, round: number) => Step;
}

import type { Kind, ObjectKind } from '../../model/command.ts';
import type { ReachTable } from '../../model/event.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { SequenceView } from '../sequences/sequenceView.ts';
import type { Step } from '../steps/step.ts';

/** A sequence that a strategy proposes. */
export interface Proposal {
  /** The vault's settings that it wants. */
  readonly settings: VaultSettings;
  /** What its steps are about unless they say otherwise; secrets unless given. */
  readonly kind?: ObjectKind;
  /** Whether it makes vaults of its own on the management plane, instead of running in one. */
  readonly makesVaults?: boolean;
  /** Whether it wants a vault that holds nothing else, where the target can make one. */
  readonly ownVault?: boolean;
  /** How many names it uses. */
  readonly slots: number;
  /** The form of its names; plain ones unless given. */
  readonly nameForm?: NameForm;
  /** The next step; undefined to end. */
  readonly next: (view: SequenceView) => Step | undefined;
  /** Told when the sequence is over. */
  readonly done?: (view: SequenceView) => void;
}

/** Forms of names that have an edge of their own (LM-01). */
export type NameForm = 'plain' | 'longest' | 'too-long' | 'digit-first' | 'hyphen-first' | 'bad-character';

/** A way to explore: proposes sequences until it has nothing more to try. */
export interface Strategy {
  readonly name: string;
  /** What it explores. */
  readonly kind: Kind;
  /** The next sequence; undefined when everything it knows has been tried. */
  propose(): Proposal | undefined;
  /** (State class, step) pairs tried, out of those reachable; absent for strategies that do not count. */
  reach?(): { readonly tried: number; readonly reachable: number; readonly table: ReachTable };
}

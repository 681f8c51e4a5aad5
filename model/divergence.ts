import type { Json } from './json.ts';
import type { VaultSettings } from './vaultSettings.ts';
import type { WireReply, WireRequest } from './wire.ts';

/** How bad a divergence is, worst first. */
export const SEVERITIES = [
  'data-lost-early',
  'not-recoverable',
  'data-reachable',
  'protection-not-enforced',
  'wrong-outcome',
  'wrong-code',
  'wrong-shape',
  'wrong-message',
] as const;

/** How bad a divergence is. */
export type Severity = (typeof SEVERITIES)[number];

/** One answer that the rules allow, as a report shows it. */
export interface Expectation {
  /** The answer in words and values: `409 Conflict / ObjectIsDeletedButRecoverable`. */
  readonly answer: string;
  readonly rules: readonly string[];
  /** When it is allowed: `while the deletion settles`. */
  readonly when?: string;
}

/** One row of the shortest sequence that shows a divergence. */
export interface SequenceRow {
  /** Target time since the first row, seconds. */
  readonly at: number;
  /** The call in words (`SetSecret a`), or `advance 7 days`. */
  readonly call: string;
  /** Who made it, where it was not a caller who may do everything. */
  readonly principal?: string;
  /** What came, in words; absent for the passing of time. */
  readonly answer?: string;
  /** What a client library made of it, where one stood between. */
  readonly client?: string;
  /** The state before, in words. */
  readonly state?: string;
  readonly request?: WireRequest;
  /** The reply, so that a script can hand on what later calls take from it: a version, a continuation, a backup. */
  readonly reply?: WireReply;
  /** Seconds by which time is moved on; only on a row that does so. */
  readonly advance?: number;
}

/** What it takes to run the steps of a divergence again, on any target: tokens stand for secrets in it. */
export interface ReplayRecipe {
  /** The settings of the vault that it takes. */
  readonly settings: VaultSettings;
  /** What the steps are about unless they say otherwise; secrets unless given. */
  readonly kind?: string;
  /** The form of the names, where it is not plain. */
  readonly nameForm?: string;
  /** Whether it makes vaults of its own on the management plane. */
  readonly makesVaults?: boolean;
  /** Whether it takes a vault that holds what other sequences made. */
  readonly amongOthers?: boolean;
  /** The steps, each in the words of the exploration. */
  readonly steps: readonly Json[];
}

/** A way in which the target departs from the rules. */
export interface Divergence {
  /** Operation, abstract state, rule and what differs: equal for equal faults. */
  readonly signature: string;
  /** Equal for divergences that one mistake may be behind, in whatever operation and state; absent in older logs. */
  readonly cause?: string;
  readonly severity: Severity;
  /** The rules that the answer breaks. */
  readonly rules: readonly string[];
  /** Key Vault's name of the operation: `SetSecret`. */
  readonly operation: string;
  readonly state: string;
  /** What differs, in words: `status 200 instead of 409`. */
  readonly differs: string;
  readonly expected: readonly Expectation[];
  readonly observed: { readonly answer: string; readonly wire?: WireReply };
  readonly sequence: readonly SequenceRow[];
  /** The settings of the vault that the sequence ran in. */
  readonly settings?: VaultSettings;
  /** How it can be run again; absent where it was only recorded. */
  readonly replay?: ReplayRecipe;
  /** How often it was seen until this event; each `seen-again` after it adds one. */
  readonly count: number;
  /** `reproduced` when it came again twice; `flaky` when it did not; `recorded` when it cannot be tried. */
  readonly confirmation: 'reproduced' | 'flaky' | 'recorded';
  /** What a maintainer should know beside it: a reading that the target seems to follow. */
  readonly remark?: string;
  /** True when the user's file of known divergences lists it: shown, but no ground for the verdict. */
  readonly known?: boolean;
}

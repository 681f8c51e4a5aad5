import type { Answer, Lost } from './answer.ts';
import type { Command } from './command.ts';
import type { Json } from './json.ts';
import type { Principals } from './principal.ts';
import type { VaultSettings } from './vaultSettings.ts';
import type { Window } from './window.ts';

/** The format of the log; it rises when a reader of an older log could misread a newer one. */
export const LOG_FORMAT = 1;

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

/** Where a call goes: to a vault itself, or to Azure Resource Manager, about vaults. */
export type Plane = 'data' | 'management';

/** What is concluded of a target: design.md, section 2. */
export type Verdict = 'conforms' | 'diverges' | 'inconclusive' | 'unspecified';

/** A rule as a report shows it, so that a log can be rendered without the model. */
export interface RuleSummary {
  readonly id: string;
  readonly statement: string;
  readonly level: 'must' | 'should' | 'unspecified';
  /** Where the rule comes from, each as one readable line. */
  readonly sources: readonly string[];
  /** The contradiction of the documents that the rule belongs to: `X5`. */
  readonly contradiction?: string;
  /** Why the rule cannot be judged on this target; absent when it can. */
  readonly notApplicable?: string;
}

/** What is being judged, and what it can do. */
export interface TargetSummary {
  /** The preset or `url`: `embedded`, `lowkey-vault`, `azure`, ... */
  readonly name: string;
  /** Where it answers; absent for recordings. */
  readonly url?: string;
  /** Its own version, where it tells. */
  readonly version?: string;
  /** What it can do: capability to a short description (`clock` to `advance, freeze`). */
  readonly capabilities: { readonly [capability: string]: string };
  /** What it cannot do, each with what is therefore not judged. */
  readonly missing: { readonly [capability: string]: string };
  /** The callers that commands may name, and what each may do; absent where all calls are made by one. */
  readonly principals?: Principals;
  /**
   * The request that moves its time on, for scripts that replay a divergence: `{seconds}` in URL or body stands for
   * how far. A URL that is only a path belongs to the vault's own base URL. Absent when time cannot be moved.
   */
  readonly advance?: WireRequest;
}

/** The first line of a log. */
export interface HeaderEvent {
  readonly type: 'header';
  readonly format: typeof LOG_FORMAT;
  /** Whether a target was asked (`run`, also when absent) or recordings were judged (`check`). */
  readonly command?: 'run' | 'check';
  readonly model: { readonly version: string };
  readonly target: TargetSummary;
  readonly seed: number;
  readonly strategies: readonly string[];
  readonly options: { readonly [option: string]: Json };
  readonly rules: readonly RuleSummary[];
  /** When the run began, ISO 8601. */
  readonly started: string;
}

/** A vault came into being for the run, or is used by it. */
export interface VaultEvent {
  readonly type: 'vault';
  readonly vault: string;
  /** Absent when the settings are not known beforehand. */
  readonly settings?: VaultSettings;
  /** Whether others use it too, so that its lists may show more than the run made. */
  readonly shared?: boolean;
  /**
   * `management` where it is no vault but the management plane: vaults that calls about it name are called by their
   * names, without events of their own.
   */
  readonly plane?: 'management';
}

/** A recording began to be judged; the sequences that name its number belong to it. */
export interface TraceEvent {
  readonly type: 'trace';
  /** Number of the recording in the run, from 1. */
  readonly trace: number;
  /** The recording's own id. */
  readonly id: string;
  /** The file it stands in, as it was named by the user. */
  readonly file?: string;
}

/** Exchanges of a recording that are not judged. */
export interface SkippedEvent {
  readonly type: 'skipped';
  /** Number of the recording they stand in. */
  readonly trace?: number;
  /** How many exchanges. */
  readonly exchanges: number;
  /** Why, in words: `401 challenge`, `Managed HSM`, `no command for this path`. */
  readonly why: string;
  /** Whether they count among the exchanges that should be modelled; false for those that are filtered out. */
  readonly counted: boolean;
  /** What they asked for, where they count: `GET storage/sas`. */
  readonly operation?: string;
  /** The plane they were made to, where they count. */
  readonly plane?: Plane;
}

/** A sequence began. */
export interface SequenceEvent {
  readonly type: 'sequence';
  /** Number of the sequence in the run, from 1. */
  readonly sequence: number;
  readonly strategy: string;
  readonly vault: string;
  /** Why these calls are made: to explore, or to reproduce or shrink the divergence named. */
  readonly purpose: 'explore' | 'reproduce' | 'shrink' | 'clean-up';
  readonly signature?: string;
  /** Number of the recording that it is taken from. */
  readonly trace?: number;
}

/** Target time was moved on. */
export interface ClockEvent {
  readonly type: 'clock';
  readonly sequence?: number;
  /** Seconds by which it was advanced. */
  readonly advance: number;
  /** Target time after it, Unix seconds. */
  readonly now: number;
}

/** A request as it went out; credentials and secret values are scrubbed. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers?: { readonly [header: string]: string };
  readonly body?: Json;
}

/** A reply as it came in; secret values are scrubbed. */
export interface WireReply {
  readonly status: number;
  readonly headers: { readonly [header: string]: string };
  /** The body: JSON where it is JSON, else text. */
  readonly body?: Json;
}

/** One answer that the rules allow, as a report shows it. */
export interface Expectation {
  /** The answer in words and values: `409 Conflict / ObjectIsDeletedButRecoverable`. */
  readonly answer: string;
  readonly rules: readonly string[];
  /** When it is allowed: `while the deletion settles`. */
  readonly when?: string;
}

/** How the oracle took an exchange. */
export type Judgement = 'explained' | 'unexplained' | 'unspecified' | 'unjudged';

/** One call and what came of it. */
export interface ExchangeEvent {
  readonly type: 'exchange';
  /** Number of the exchange in the run, from 1. */
  readonly n: number;
  readonly sequence: number;
  /** The number that the recording itself gives to the exchange. */
  readonly step?: number;
  readonly command: Command;
  readonly window: Window;
  readonly request?: WireRequest;
  readonly reply?: WireReply;
  readonly answer: Answer | Lost;
  readonly judgement: Judgement;
  /** Rules that allowed the answer; those that it broke stand in the divergence. */
  readonly rules: readonly string[];
  /** The abstract state before and after: `deleted`, `deleting or deleted`. */
  readonly state: { readonly before: string; readonly after: string };
  /** What the client library made of it, where one stood between: a typed error, a poller's end. */
  readonly client?: { readonly library: string; readonly outcome: string };
  /** Connection attempts or throttled answers before this one, each in words. */
  readonly retries?: readonly string[];
  /** Names that other calls touched while this one was under way. */
  readonly concurrent?: readonly string[];
  /** Wall time, milliseconds. */
  readonly ms?: number;
}

/** One row of the shortest sequence that shows a divergence. */
export interface SequenceRow {
  /** Target time since the first row, seconds. */
  readonly at: number;
  /** The call in words (`SetSecret a`), or `advance 7 days`. */
  readonly call: string;
  /** What came, in words; absent for the passing of time. */
  readonly answer?: string;
  /** The state before, in words. */
  readonly state?: string;
  readonly request?: WireRequest;
  /** The reply, so that a script can hand on what later calls take from it: a version, a continuation, a backup. */
  readonly reply?: WireReply;
  /** Seconds by which time is moved on; only on a row that does so. */
  readonly advance?: number;
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
  /** How often it was seen until this event; each `seen-again` after it adds one. */
  readonly count: number;
  /** `reproduced` when it came again twice; `flaky` when it did not; `recorded` when it cannot be tried. */
  readonly confirmation: 'reproduced' | 'flaky' | 'recorded';
  /** What a maintainer should know beside it: a reading that the target seems to follow. */
  readonly remark?: string;
  /** True when the user's file of known divergences lists it: shown, but no ground for the verdict. */
  readonly known?: boolean;
}

/** A divergence was confirmed and shrunk; a later event of the same signature replaces it. */
export interface DivergenceEvent {
  readonly type: 'divergence';
  /** The exchange that showed it first. */
  readonly n: number;
  readonly divergence: Divergence;
}

/** A divergence that is known already was seen again. */
export interface SeenAgainEvent {
  readonly type: 'seen-again';
  readonly n: number;
  readonly signature: string;
}

/** Something a reader should know: a note on unspecified behaviour, trouble with the target. */
export interface NoteEvent {
  readonly type: 'note';
  readonly level: 'info' | 'warning' | 'trouble';
  readonly text: string;
  readonly n?: number;
}

/** What a target itself metered was compared with what the calls to it come to; what differed is a divergence. */
export interface BillEvent {
  readonly type: 'bill';
  /** How many vaults' meters were read. */
  readonly vaults: number;
  /** The rules by which the calls were billed. */
  readonly rules: readonly string[];
}

/** The last line of a log that was closed in order; a log without it was cut. */
export interface FooterEvent {
  readonly type: 'footer';
  readonly verdict: Verdict;
  /** Why the verdict is `inconclusive`; absent otherwise. */
  readonly reason?: string;
  readonly calls: number;
  readonly sequences: number;
  /** Reading of each contradiction that the observations settled: `X12` to `later`. */
  readonly readings: { readonly [contradiction: string]: string };
  /** Why rules were never reached, where that is known: rule to reason. */
  readonly neverReached?: { readonly [rule: string]: string };
  /** (abstract state, command) pairs tried, out of those the model can reach. */
  readonly reach?: { readonly tried: number; readonly reachable: number };
  /** When the run ended, ISO 8601. */
  readonly ended: string;
}

/** A line of the log. */
export type RunEvent =
  | HeaderEvent
  | VaultEvent
  | TraceEvent
  | SkippedEvent
  | SequenceEvent
  | ClockEvent
  | ExchangeEvent
  | DivergenceEvent
  | SeenAgainEvent
  | NoteEvent
  | BillEvent
  | FooterEvent;

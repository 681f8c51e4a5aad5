import type { Answer, Lost } from './answer.ts';
import type { Command } from './command.ts';
import type { Divergence } from './divergence.ts';
import type { Json } from './json.ts';
import type { Principals } from './principal.ts';
import type { VaultSettings } from './vaultSettings.ts';
import type { Window } from './window.ts';
import type { WireReply, WireRequest } from './wire.ts';

export {
  type Divergence,
  type Expectation,
  SEVERITIES,
  type SequenceRow,
  type Severity,
} from './divergence.ts';
export type { WireReply, WireRequest } from './wire.ts';

/** The format of the log; it rises when a reader of an older log could misread a newer one. */
export const LOG_FORMAT = 1;

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
  /** Whether calls are made through the client libraries; absent where they are plain REST. */
  readonly client?: 'sdk';
  /**
   * The `api-version` that calls are made with, where what it shows is not what the newest does (LM-07): commands that
   * name none are taken to name it.
   */
  readonly apiVersion?: string;
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

/** How the oracle took an exchange. */
export type Judgement = 'explained' | 'unexplained' | 'unspecified' | 'unjudged';

/** What a client library made of a call. */
export interface ClientOutcome {
  /** Its package. */
  readonly library: string;
  /** What it answered or threw, in words; for a call that it did not send, why. */
  readonly outcome: string;
  /** Where the poller was that it answered, after its first look. */
  readonly poller?: 'done' | 'waits';
  /** Whether the call went over REST, because the library could not or did not send it. */
  readonly overRest?: true;
}

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
  readonly client?: ClientOutcome;
  /** Connection attempts or throttled answers before this one, each in words. */
  readonly retries?: readonly string[];
  /** Names that other calls touched while this one was under way. */
  readonly concurrent?: readonly string[];
  /** True when it only looked whether the target answers at all: nothing is held against it. */
  readonly aside?: boolean;
  /** Wall time, milliseconds. */
  readonly ms?: number;
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

/** What a target itself logged was compared with the calls that were made; what differed is a divergence. */
export interface AuditEvent {
  readonly type: 'audit';
  /** How many vaults' logs were read. */
  readonly vaults: number;
  /** The rules by which calls are logged. */
  readonly rules: readonly string[];
}

/** What was tried where, of one kind of object. */
export interface ReachTable {
  readonly kind: string;
  /** The kinds of call, in the order of the marks of each row. */
  readonly calls: readonly string[];
  /**
   * Each abstract state that was reached, with one mark for each call: `x` tried; `p` tried in another state of the
   * same phase, which is enough; `.` reachable and not tried; `v`, `b` unreachable there, because no version, or no
   * backup, of the name is known.
   */
  readonly rows: readonly { readonly state: string; readonly marks: string }[];
}

/** (abstract state, call) pairs tried, out of those the model can reach. */
export interface ReachSummary {
  readonly tried: number;
  readonly reachable: number;
  /** One table for each kind of object; absent in logs of earlier versions. */
  readonly tables?: readonly ReachTable[];
  /** States that no answer showed, each with the reason: state to reason. */
  readonly unreached?: { readonly [state: string]: string };
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
  readonly reach?: ReachSummary;
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
  | AuditEvent
  | FooterEvent;

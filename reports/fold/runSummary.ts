import type {
  Divergence,
  HeaderEvent,
  Plane,
  ReachSummary,
  RuleSummary,
  Severity,
  TargetSummary,
  Verdict,
} from '../../model/event.ts';
import type { Json } from '../../model/json.ts';

/** What became of a rule in a run. */
export type RuleStatus = 'exercised' | 'violated' | 'never-reached' | 'not-applicable';

/** A rule and what became of it. */
export interface RuleStanding {
  readonly rule: RuleSummary;
  readonly status: RuleStatus;
  /** How many exchanges it explained. */
  readonly exchanges: number;
  /** How many exchanges bear it out: their answers are explained, and by this rule among others. */
  readonly evidence: number;
  /** Why it could not be judged or was never reached, where that is known. */
  readonly reason?: string;
}

/** How many exchanges there were, how many a rule decides, and how many the rules explain. */
export interface Coverage {
  readonly total: number;
  readonly modelled: number;
  readonly explained: number;
}

/** The exchanges of one operation. */
export interface OperationCoverage extends Coverage {
  /** Key Vault's name of it, `SetSecret`; method and types of resource where no command stands for it. */
  readonly operation: string;
  readonly plane: Plane;
}

/** Rules that no recorded exchange bears out, for one reason. */
export interface NoEvidence {
  /**
   * `unobservable`: no client can see it kept or broken; `not-in-recordings`: it takes what recordings of calls do not
   * hold; `never-recorded`: a recording could show it, and none does.
   */
  readonly why: 'unobservable' | 'not-in-recordings' | 'never-recorded';
  readonly reason: string;
  readonly rules: readonly string[];
}

/** How many exchanges there were, and how the oracle took them. */
export interface ExchangeCounts {
  /** All that should be modelled: those judged in any way, and those skipped that count. */
  readonly total: number;
  /** Those that a rule decided: explained and unexplained. */
  readonly modelled: number;
  readonly explained: number;
  readonly unexplained: number;
  /** Those that no rule decides. */
  readonly unspecified: number;
  /** Those that could not be judged, such as lost replies. */
  readonly unjudged: number;
  /** Those left out of the judgement, by reason; only some of them count in `total`. */
  readonly skipped: { readonly [why: string]: number };
  /** The same by plane. */
  readonly planes: { readonly [plane in Plane]: Coverage };
  /** The same by operation: the data plane first, of each plane the most frequent first. */
  readonly operations: readonly OperationCoverage[];
}

/** A divergence as reports show it: the last that the log tells of it, and every sighting. */
export interface DivergenceSummary extends Divergence {
  /** Equal for divergences that one mistake may be behind, in whatever operation and state. */
  readonly cause: string;
  /** Number of the exchange that showed it first. */
  readonly n: number;
}

/** A place in a recording where a divergence shows. */
export interface TraceDivergence {
  /** The number that the recording gives to the exchange. */
  readonly step: number;
  readonly signature: string;
  readonly severity: Severity;
  readonly operation: string;
  readonly rules: readonly string[];
}

/** What is concluded of one recording. */
export interface TraceSummary {
  readonly id: string;
  readonly file?: string;
  readonly verdict: Verdict;
  /** Exchanges of it that the rules explain, contradict, and leave open. */
  readonly explained: number;
  readonly unexplained: number;
  readonly divergences: readonly TraceDivergence[];
}

/** A remark of the run, and how often it was made. */
export interface NoteSummary {
  readonly text: string;
  readonly count: number;
}

/** Where a log is not whole. */
export interface LogFault {
  readonly line: number;
  readonly problem: string;
}

/** Everything that the reports tell of a run; made from its log alone. */
export interface RunSummary {
  readonly command: 'run' | 'check';
  readonly verdict: Verdict;
  /** Why the verdict is neither `conforms` nor `diverges`. */
  readonly reason?: string;
  readonly target: TargetSummary;
  readonly model: HeaderEvent['model'];
  readonly seed: number;
  readonly strategies: readonly string[];
  readonly options: { readonly [option: string]: Json };
  readonly calls: number;
  readonly sequences: number;
  /** In the order of the catalogue. */
  readonly rules: readonly RuleStanding[];
  readonly exchanges: ExchangeCounts;
  /** Those that came again or cannot be tried again; worst first. */
  readonly divergences: readonly DivergenceSummary[];
  /** Those that did not come again when they were tried again: no ground for a verdict. */
  readonly flaky: readonly DivergenceSummary[];
  readonly traces: readonly TraceSummary[];
  readonly readings: { readonly [contradiction: string]: string };
  readonly reach?: ReachSummary;
  /** What was noted about behaviour that no rule decides, and the like. */
  readonly notes: readonly NoteSummary[];
  /** What went wrong with the target or on the way to it. */
  readonly troubles: readonly NoteSummary[];
  /** ISO 8601. */
  readonly started: string;
  /** ISO 8601; absent when the log was cut. */
  readonly ended?: string;
  /** Wall time of the run in seconds; absent when the log was cut. */
  readonly seconds?: number;
  /** Where the log was cut; absent when it is whole to its end. */
  readonly cut?: LogFault;
  /** Lines of the log that could not be read. */
  readonly damaged: readonly LogFault[];
}

import type { Exchange } from '../../adapters/adapter.ts';
import type { ObjectKind } from '../../model/command.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import type { Step } from '../steps/step.ts';

/** One step of a sequence as it was run. */
export interface RunStep {
  readonly step: Step;
  /** Target time at it, Unix seconds. */
  readonly at: number;
  /** Its calls, in order: none for the passing of time, several where a list has pages or a wait looks again. */
  readonly calls: readonly RunCall[];
  /** Whether what the oracle holds possible of its name is another after it than before. */
  readonly changed: boolean;
  /** Seconds by which time was moved on. */
  readonly advanced?: number;
}

/** One call of a step. */
export interface RunCall {
  /** Number of the exchange in the run. */
  readonly n: number;
  readonly exchange: Exchange;
  /** The state of the name before it, in words. */
  readonly state: string;
}

/** An answer in a sequence that no world explains. */
export interface Finding {
  readonly departure: Departure;
  /** Index of the step that showed it. */
  readonly step: number;
  /** Number of the exchange in the run. */
  readonly n: number;
}

/** What came of running a sequence. */
export interface SequenceRecord {
  /** Number of the sequence in the run. */
  readonly sequence: number;
  /** What its steps are about unless they say otherwise. */
  readonly kind: ObjectKind;
  readonly steps: readonly RunStep[];
  readonly findings: readonly Finding[];
}

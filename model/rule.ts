/** The groups of rules, by the letters that their ids begin with. */
export type RuleGroup =
  | 'SD'
  | 'RT'
  | 'PP'
  | 'NR'
  | 'DL'
  | 'RC'
  | 'PG'
  | 'LS'
  | 'PM'
  | 'VT'
  | 'UN'
  | 'BK'
  | 'CR'
  | 'KY'
  | 'BL'
  | 'EV'
  | 'AS'
  | 'ER'
  | 'LM';

/** The id of a rule: `NR-01`. Ids are stable: a rule is retired, never renumbered. */
export type RuleId = `${RuleGroup}-${string}`;

/** What a rule speaks of. */
export type Subject = 'vault' | 'secret' | 'key' | 'certificate' | 'hsm' | 'hsm-key';

/** One testable sentence about Key Vault. */
export interface Rule {
  readonly id: RuleId;
  /** The claim, as one or two sentences. */
  readonly statement: string;
  /** `must` and `should` can be broken; what is `unspecified` is noted and never a divergence. */
  readonly level: 'must' | 'should' | 'unspecified';
  /** How we know: said officially, said and contradicted, deduced, or reported and recorded. */
  readonly basis: 'documented' | 'contradictory' | 'inferred' | 'observed';
  readonly appliesTo: readonly Subject[];
  /** Where it is said: an abbreviation of `sources.ts` and the place in it, `SDO §Purge protection`. */
  readonly sources: readonly string[];
  /** The contradiction of the documents that it belongs to: `X3`. */
  readonly contradiction?: string;
  /** What recordings of the service add or correct, where they do. */
  readonly evidence?: string;
  /** Why no client can ever see it kept or broken; absent for rules that code applies. */
  readonly unobservable?: string;
}

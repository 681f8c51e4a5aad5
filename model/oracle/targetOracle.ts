import type { Command, Kind } from '../command.ts';
import type { Window } from '../window.ts';
import type { KnownSettings } from '../world/knownSettings.ts';
import type { ObjectState } from '../world/objectState.ts';
import { Backups } from './backups.ts';
import { type Departure, signed } from './departure.ts';
import type { Judged, Observation } from './judged.ts';
import type { Oracle } from './oracle.ts';
import { apart, type Respelling, respellingOf } from './respelling.ts';
import type { VaultChange } from './vaultChange.ts';
import type { VaultKnowledge } from './vaultKnowledge.ts';
import { VaultOracle } from './vaultOracle.ts';

/** What was seen of a name in one call, and what was found wrong with it. */
interface Seen {
  readonly observation: Observation;
  readonly departures: readonly Departure[];
  /** How many changes of the vault had been seen before. */
  readonly changes: number;
}

/** A name that calls have spelled in two ways, and an oracle that takes it for two names. */
interface Twins {
  readonly respelling: Respelling;
  readonly oracle: VaultOracle;
}

/** What a target was seen to do with the case of letters in names; it is the same for all its vaults. */
export interface LetterCase {
  /** An answer was seen that only two names explain. */
  isTold: boolean;
  /** An answer was seen that only one name explains. */
  isIgnored: boolean;
  /**
   * What was wrong with names that were spelled in one way, by operation and cause: letters have nothing to do with
   * it. Another operation may have the same cause for a reason of its own.
   */
  readonly otherwise: Set<string>;
}

/** Nothing was seen yet. */
export function unknownLetterCase(): LetterCase {
  return { isTold: false, isIgnored: false, otherwise: new Set() };
}

/**
 * An oracle for a target that is asked, not recorded. Its names are drawn at random, so nobody has used one before the
 * first call about it. And where nothing explains an answer about a name that was spelled in other letters too, it
 * finds out whether a target that tells letters apart would have given it: then NR-04 is broken, and nothing else
 * (design.md, section 4: after a divergence, the nearest world that explains the answer).
 */
export class TargetOracle implements Oracle {
  readonly #knowledge: VaultKnowledge;
  readonly #oracle: VaultOracle;
  readonly #histories = new Map<string, Seen[]>();
  readonly #blobs = new Map<string, string>();
  readonly #twins = new Map<string, Twins>();
  readonly #letterCase: LetterCase;
  /** What the management plane did to the vault since it was made. */
  #changes: readonly VaultChange[] = [];

  constructor(knowledge: VaultKnowledge, letterCase: LetterCase = unknownLetterCase()) {
    this.#knowledge = knowledge;
    this.#letterCase = letterCase;
    this.#oracle = new VaultOracle(knowledge);
  }

  /** What is known of the vault's settings. */
  get settings(): KnownSettings {
    return this.#oracle.settings;
  }

  /** The states that a kind's object of this name may be in; `at` takes hidden steps up to that time into account. */
  states(kind: Kind, name: string, at?: Window): readonly ObjectState[] {
    return this.#oracle.states(kind, name, at);
  }

  /** Takes note of what a call to the management plane did to the vault. */
  follow(change: VaultChange): void {
    this.#oracle.follow(change);
    for (const { oracle } of this.#twins.values()) oracle.follow(change);
    this.#changes = [...this.#changes, change];
    if (change.what !== 'made') return;
    this.#changes = [change];
    this.#histories.clear();
    this.#twins.clear();
  }

  /** Judges one call and moves on. */
  observe(observation: Observation): Judged {
    const { command, answer } = observation;
    if ('name' in command) this.#oracle.assumeUnused(command.kind, command.name);
    const judged = this.#oracle.observe(observation);
    const key = this.#keyOf(command);
    if (key === undefined) return this.#withSubjects(observation, judged);
    if ('blob' in answer && answer.blob !== undefined) this.#blobs.set(answer.blob, key);
    const history = this.#histories.get(key) ?? [];
    this.#histories.set(key, history);
    const twins =
      this.#twins.get(key) ?? (judged.departures.length > 0 ? this.#twinsOf(key, observation) : undefined);
    history.push({ observation, departures: judged.departures, changes: this.#changes.length });
    if (!twins) {
      if (!respellingOf(history.map(({ observation: { command: other } }) => other)))
        this.#noteOtherwise(judged);
      return judged;
    }
    return { ...judged, departures: this.#told(judged.departures, observeApart(twins, observation)) };
  }

  #noteOtherwise({ departures }: Judged): void {
    for (const departure of departures) {
      if (departure.wrongOutcome) this.#letterCase.otherwise.add(kindOfFault(departure));
    }
  }

  /** The name that a call is about; undefined for a list of the vault and a restore of what nobody backed up. */
  #keyOf(command: Command): string | undefined {
    if ('name' in command) return keyOf(command.kind, command.name);
    return command.op === 'restore' ? this.#blobs.get(command.blob) : undefined;
  }

  /** Judges all that was seen of a name before again, as of two names, where it was spelled in two ways. */
  #twinsOf(key: string, last?: Observation): Twins | undefined {
    const history = this.#histories.get(key) ?? [];
    const commands = [
      ...history.map(({ observation }) => observation.command),
      ...(last ? [last.command] : []),
    ];
    const respelling = respellingOf(commands);
    if (!respelling) return undefined;
    const oracle = new VaultOracle({ ...this.#knowledge, settings: this.settings, backups: new Backups() });
    const twins: Twins = { respelling, oracle };
    let followed = 0;
    for (const { observation, departures, changes } of history) {
      for (const change of this.#changes.slice(followed, changes)) oracle.follow(change);
      followed = changes;
      this.#told(departures, observeApart(twins, observation));
    }
    for (const change of this.#changes.slice(followed)) oracle.follow(change);
    this.#twins.set(key, twins);
    return twins;
  }

  /** What a list shows of a name stands for itself: each departure is looked at with the history of its name. */
  #withSubjects(observation: Observation, judged: Judged): Judged {
    if (judged.departures.length === 0) return judged;
    const bySubject = new Map<string | undefined, Departure[]>();
    for (const departure of judged.departures) {
      const { subject } = departure;
      bySubject.set(subject, [...(bySubject.get(subject) ?? []), departure]);
    }
    const departures = [...bySubject].flatMap(([subject, own]) =>
      subject === undefined ? own : this.#ofSubject(observation, subject, own),
    );
    return { ...judged, departures };
  }

  #ofSubject(
    observation: Observation,
    subject: string,
    departures: readonly Departure[],
  ): readonly Departure[] {
    const key = keyOf(observation.command.kind, subject);
    const twins = this.#twins.get(key) ?? this.#twinsOf(key);
    if (!twins) return departures;
    const names = [subject, twins.respelling.other];
    const still = observeApart(twins, observation).filter((other) => names.includes(other.subject ?? ''));
    return this.#told(departures, still).map((departure) => ({ ...departure, subject }));
  }

  /**
   * What is told of an answer that was judged in both ways: what is wrong in either way is wrong; what is wrong only
   * if the two are one name shows that the target tells letters apart.
   */
  #told(asOne: readonly Departure[], asTwo: readonly Departure[]): readonly Departure[] {
    const letterCase = this.#letterCase;
    if (asOne.length === 0) {
      if (asTwo.some(({ wrongOutcome }) => wrongOutcome)) letterCase.isIgnored = true;
      return asOne;
    }
    const explained = asOne.filter(
      (one) => !asTwo.some((other) => isSameFault(one, other)) && !letterCase.otherwise.has(kindOfFault(one)),
    );
    const [first] = explained;
    if (!first) return asOne;
    const isMixed = asTwo.some((two) => !asOne.some((other) => isSameFault(two, other)));
    // Wrong in either way, and not in the same: what was seen of other answers decides, or the smaller fault.
    if (isMixed && (letterCase.isIgnored || !(letterCase.isTold || isLess(asTwo, first)))) return asOne;
    if (!isMixed) letterCase.isTold = true;
    return [byLetters(first), ...asTwo];
  }
}

function keyOf(kind: Kind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}

function observeApart({ oracle, respelling }: Twins, observation: Observation): readonly Departure[] {
  const seen = apart(observation, respelling);
  if ('name' in seen.command) oracle.assumeUnused(seen.command.kind, seen.command.name);
  return oracle.observe(seen).departures;
}

/** Whether one answer, taken for one of two names, is wrong in its details alone, and else fails where it must not. */
function isLess(asTwo: readonly Departure[], asOne: Departure): boolean {
  const fails = asOne.wrongOutcome && asOne.severity !== 'wrong-code';
  return fails && asTwo.every(({ wrongOutcome }) => !wrongOutcome);
}

/** Whether two departures of one answer are the same but for the state that they take the name to be in. */
function isSameFault(a: Departure, b: Departure): boolean {
  return a.cause === b.cause;
}

/** What a departure is of, whatever the name and its state. */
function kindOfFault({ operation, cause }: Departure): string {
  return `${operation} | ${cause}`;
}

function byLetters(departure: Departure): Departure {
  const { operation, state, differs } = departure;
  const isStatus = differs.startsWith('status');
  return {
    ...departure,
    ...signed(operation, state, 'NR-04', 'letters told apart'),
    ...(isStatus && { differs: `${differs}, for the name in other letters` }),
    severity: 'wrong-outcome',
    rules: ['NR-04'],
    isByLetters: true,
    remark: 'A target that tells names apart by the case of their letters would answer so.',
  };
}

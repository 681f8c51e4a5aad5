import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Command, Kind, ListCommand } from '../command.ts';
import type { RuleId } from '../rule.ts';
import { type Namesake, namesakeOf, otherKinds } from '../rules/certificates/namesakes.ts';
import { ownedAfter } from '../rules/certificates/ownedObjects.ts';
import { step } from '../step.ts';
import type { Window } from '../window.ts';
import { agreed, joined, type KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import { Backups } from './backups.ts';
import { callerOf } from './callerOf.ts';
import { isPaged, isVaultList, subjectOf } from './callSubject.ts';
import { describeState } from './describe.ts';
import { type Attempt, attempts } from './explanation.ts';
import { hiddenSteps, PATIENCE, type Patience } from './hiddenSteps.ts';
import type { Judged, Observation } from './judged.ts';
import { KnownObjects, keyOf } from './knownObjects.ts';
import { judgePage } from './listJudgement.ts';
import { judgeNameless } from './nameless.ts';
import { departuresOf, expectations, nearestOf, neverSettled } from './nearest.ts';
import { resume } from './resume.ts';
import { sharedReading } from './sharedReading.ts';
import { distinct } from './stateSet.ts';
import { throttled } from './throttled.ts';
import { type Traversal, Traversals } from './traversals.ts';
import type { VaultChange } from './vaultChange.ts';
import type { VaultKnowledge } from './vaultKnowledge.ts';
import { VaultPast } from './vaultPast.ts';
import { judgeReach, REACHABLE, reachAfter, type VaultReach } from './vaultReach.ts';

/**
 * The set of all worlds that explain what was observed of one vault so far (design.md, sections 2 and 4), kept apart
 * by name. An answer filters the worlds and moves them on; an answer that no world explains is a departure, after
 * which the oracle goes on with the nearest world that explains it.
 */
export class VaultOracle {
  readonly #knowledge: VaultKnowledge;
  readonly #patience: Patience;
  #objects: KnownObjects;
  #traversals = new Traversals();
  readonly #backups: Backups;
  /** The vaults that operations purge, by the operation's id. */
  readonly #purges = new Map<string, string>();
  #settings: KnownSettings;
  #reach: VaultReach = REACHABLE;
  #past = new VaultPast();

  constructor(knowledge: VaultKnowledge) {
    this.#knowledge = knowledge;
    this.#patience = knowledge.patience ?? PATIENCE;
    this.#settings = knowledge.settings ?? {};
    this.#backups = knowledge.backups ?? new Backups();
    this.#objects = new KnownObjects(knowledge.used);
  }

  /** The same worlds, to go on with apart from these; what backups hold is known to both. */
  clone(): VaultOracle {
    const clone = new VaultOracle({ ...this.#knowledge, backups: this.#backups });
    clone.#settings = this.#settings;
    clone.#reach = this.#reach;
    clone.#objects = this.#objects.clone();
    clone.#past = this.#past.clone();
    clone.#traversals = this.#traversals.clone();
    for (const [operation, name] of this.#purges) clone.#purges.set(operation, name);
    return clone;
  }

  /** What is known of the vault's settings. */
  get settings(): KnownSettings {
    return this.#settings;
  }

  /** The states that a kind's object of this name may be in; `at` takes hidden steps up to that time into account. */
  states(kind: Kind, name: string, at?: Window): readonly ObjectState[] {
    const states = this.#objects.of(kind, name);
    if (!at) return states;
    return states.flatMap((state) => hiddenSteps(state, at, this.#patience)).map(({ object }) => object);
  }

  /** Takes note of what a call to the management plane did to the vault. */
  follow(change: VaultChange): void {
    const wasGone = this.#reach.is === 'gone';
    if (change.what === 'gone' && this.#reach.is === 'reachable') this.#past.gone(this.#objects.all);
    this.#reach = reachAfter(this.#reach, change);
    if (change.what === 'made') {
      this.#objects.begin();
      this.#past.forget();
      this.#traversals = new Traversals();
    }
    if (change.what === 'made or kept') this.#objects.mayBegin();
    if (change.what === 'made' || change.what === 'made or kept') this.#settings = change.settings;
    if (change.what === 'kept') {
      this.#past.set(this.#settings, change.settings, this.#objects.all);
      if (wasGone && change.at) this.#objects.missPurges(change.at);
      this.#settings = { ...this.#settings, ...change.settings };
    }
  }

  /** Takes note that nobody has ever used a name: it was drawn at random. */
  assumeUnused(kind: Kind, name: string): void {
    if (!this.#objects.has(kind, name)) this.#objects.set(kind, name, [ABSENT]);
  }

  /** Takes note that a name may be in any state, after a call that is not judged here. */
  forget(kind: Kind, name: string): void {
    this.#objects.set(kind, name, anythingOf(kind));
    this.#traversals.touch(keyOf(kind, name));
  }

  /** Judges one call and moves on. */
  observe({ command, answer, window, concurrent = [] }: Observation): Judged {
    if ('lost' in answer) return this.#lose(command, window);
    if (answer.status === 429) {
      return throttled('name' in command ? this.states(command.kind, command.name, window) : undefined);
    }
    const { reach, judged: unreached } = judgeReach(this.#reach, command, answer, window, this.#patience);
    this.#reach = reach;
    if (unreached) return unreached;
    const beside = concurrent.map((name) => keyOf(command.kind, name));
    const traversal = isPaged(command) ? this.#traversals.of(command, window, beside) : undefined;
    const judged = this.#judge(command, answer, window, traversal);
    if (traversal) this.#traversals.turn(traversal, answer.page);
    return judged;
  }

  #judge(command: Command, answer: Answer, window: Window, traversal: Traversal | undefined): Judged {
    if (isVaultList(command)) {
      return this.#list(command, answer, window, traversal ?? this.#traversals.of(command, window));
    }
    const name = subjectOf(command, answer, this.#backups, this.#purges);
    if (name === undefined) {
      return judgeNameless(this.#callOf(command, '', window), answer, this.#settings, this.#patience);
    }
    this.#traversals.touch(keyOf(command.kind, name), traversal);
    this.#objects.call(command.kind, name);
    const calls = this.#calls(command, name, window, traversal);
    const judged = this.#named(command, name, answer, calls);
    for (const item of answer.page?.items ?? []) if (item.version) traversal?.listed.add(item.version);
    return judged;
  }

  #named(
    command: Exclude<Command, ListCommand>,
    name: string,
    answer: Answer,
    calls: readonly Call[],
  ): Judged {
    const before = this.states(command.kind, name);
    const all = calls.flatMap((call) => attempts(call, before, this.#settings, answer, this.#patience));
    const fitting = all.filter(({ differences }) => differences.length === 0);
    const timely = fitting.filter(({ overdue }) => !overdue);
    const late = fitting.find(({ outcome }) => !outcome.unspecified);
    const [call] = calls;
    if (call && timely.length > 0) return this.#explained(call, answer, before, timely);
    const nearest = nearestOf(all);
    if (!nearest || !call) throw new RangeError(`no outcome of ${command.op} in any state`);
    const after = late
      ? fitting.map(({ outcome }) => outcome.next(answer))
      : resume(call, answer, all, nearest, before, this.#settings, this.#patience);
    this.#objects.set(command.kind, name, distinct(after));
    // An answer that is wrong in details has made, deleted or recovered what the certificate owns all the same.
    if (command.kind === 'certificate' && answer.status < 400)
      this.#moveOwned(command, name, call.window, distinct(after));
    const departures = late
      ? [neverSettled(command, answer, all, late)]
      : departuresOf(command, answer, all, nearest);
    const state = { before: describeState(all.map(({ object }) => object)), after: describeState(after) };
    return { judgement: 'unexplained', rules: [], state, departures };
  }

  #explained(
    { command, name, window }: Call,
    answer: Answer,
    before: readonly ObjectState[],
    fitting: readonly Attempt[],
  ): Judged {
    const after = distinct(fitting.map(({ outcome }) => outcome.next(answer)));
    this.#objects.set(command.kind, name, after);
    this.#learnSettings(answer, fitting);
    if (command.kind === 'certificate' && answer.status < 400) this.#moveOwned(command, name, window, after);
    if (answer.operation !== undefined) this.#purges.set(answer.operation, name);
    if (command.op === 'backup' && answer.blob !== undefined) this.#keep(command, name, answer.blob, fitting);
    const [first = [], ...others] = fitting.map(({ outcome }) => [
      ...outcome.rules,
      ...(outcome.permits ?? []),
    ]);
    const shared = first.filter((rule) => others.every((other) => other.includes(rule)));
    const past = this.#past.borneOut(command.op, keyOf(command.kind, name), answer);
    // Every refusal bears the shape of refusals out.
    const shape: readonly RuleId[] = answer.refusal ? ['ER-01'] : [];
    const rules = [...new Set<RuleId>([...shared, ...past, ...shape])];
    const unspecified = fitting.every(({ outcome }) => outcome.unspecified);
    return {
      judgement: unspecified ? 'unspecified' : 'explained',
      rules,
      ...sharedReading(fitting),
      state: { before: describeState(before), after: describeState(after) },
      departures: [],
    };
  }

  /** What a certificate owns goes where it goes. */
  #moveOwned(command: Command, name: string, window: Window, after: readonly ObjectState[]): void {
    const isSoft = after.some(({ phase }) => phase === 'deleting');
    for (const kind of ['key', 'secret'] as const) {
      const before = this.states(kind, name);
      const moved = ownedAfter(command, before, window, isSoft);
      // Nobody else has it, so what a list shows of it must be what became of it.
      if (moved !== before) this.#objects.setOwn(kind, name, moved);
    }
  }

  #learnSettings(answer: Answer, fitting: readonly Attempt[]): void {
    const told = fitting.map(({ outcome }) => outcome.tells?.(answer) ?? {}).reduce(agreed);
    this.#settings = joined(this.#settings, told) ?? this.#settings;
  }

  #keep(command: Command, name: string, blob: string, fitting: readonly Attempt[]): void {
    const contents = fitting.flatMap(({ outcome }) => outcome.holds ?? []);
    const { place } = this.#settings;
    const backup = { kind: command.kind, name, contents, ...(place && { place }) };
    if (contents.length > 0) this.#backups.keep(blob, backup);
  }

  /** The call, once for each content that a restored blob may have. */
  #calls(command: Command, name: string, window: Window, traversal?: Traversal): readonly Call[] {
    const isRespelled = 'name' in command && this.#objects.spell(command.kind, command.name);
    const call = { ...this.#callOf(command, name, window), ...(isRespelled && { isRespelled }) };
    if (command.op === 'restore') {
      const { contents = [], place: origin } = this.#backups.of(command.blob) ?? {};
      const restore = { ...call, namesake: this.#namesake(command.kind, name), ...(origin && { origin }) };
      return contents.length > 0 ? contents.map((snapshot) => ({ ...restore, snapshot })) : [restore];
    }
    const isKnown = traversal?.isWhole && !traversal.touched.has(keyOf(command.kind, name));
    if (MAKES.includes(command.op)) return [{ ...call, namesake: this.#namesake(command.kind, name) }];
    return [{ ...call, listed: isKnown ? [...traversal.listed] : 'unknown' }];
  }

  #callOf<C extends Command>(command: C, name: string, window: Window): Call<C> {
    const { strictness, principals } = this.#knowledge;
    return { command, name, window, strictness, ...callerOf(command, principals) };
  }

  /** What other kinds have under a name that is to be given to a new object. */
  #namesake(kind: Kind, name: string): Namesake {
    return namesakeOf(otherKinds(kind).map((other) => this.states(other, name)));
  }

  #list(command: ListCommand, answer: Answer, window: Window, traversal: Traversal): Judged {
    const call = this.#callOf(command, '', window);
    const { judged, moved, told } = judgePage({
      call,
      answer,
      settings: this.#settings,
      patience: this.#patience,
      traversal,
      known: this.#objects.ofKind(command.kind),
      states: (name) => this.states(command.kind, name),
      isOwn: (name) => this.#objects.isCalled(command.kind, name),
    });
    for (const [name, states] of moved) {
      this.#objects.set(command.kind, name, states);
      // What a list shows later need not have been so when an earlier one passed the name.
      this.#traversals.touch(keyOf(command.kind, name), traversal);
    }
    this.#settings = joined(this.#settings, told) ?? this.#settings;
    return judged;
  }

  /** A lost reply is no divergence: the worlds fork into "it happened" and "it did not" (design.md, section 4). */
  #lose(command: Command, window: Window): Judged {
    const name = isVaultList(command)
      ? undefined
      : subjectOf(command, undefined, this.#backups, this.#purges);
    if (name === undefined) {
      return {
        judgement: 'unjudged',
        rules: [],
        state: { before: 'anything', after: 'anything' },
        departures: [],
      };
    }
    this.#traversals.touch(keyOf(command.kind, name));
    const before = this.states(command.kind, name);
    const possible = this.#calls(command, name, window).flatMap((call) =>
      this.states(command.kind, name, window).flatMap((object) =>
        step(call, { settings: this.#settings, object }),
      ),
    );
    const after = distinct([...before, ...possible.map((outcome) => outcome.next())]);
    this.#objects.set(command.kind, name, after);
    const state = { before: describeState(before), after: describeState(after) };
    return { judgement: 'unjudged', rules: [], state, departures: [], expected: expectations(possible) };
  }
}

/** Operations that make an object where there is none. */
const MAKES: readonly Command['op'][] = ['set', 'create', 'import'];

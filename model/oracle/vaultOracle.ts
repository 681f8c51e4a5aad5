import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';
import type { Command, Kind, ListCommand, ListVersionsCommand, RestoreCommand } from '../command.ts';
import type { Strictness } from '../pattern/pattern.ts';
import type { RuleId } from '../rule.ts';
import { type Namesake, namesakeOf, otherKinds } from '../rules/certificates/namesakes.ts';
import { ownedAfter } from '../rules/certificates/ownedObjects.ts';
import { step } from '../step.ts';
import type { Window } from '../window.ts';
import type { Content } from '../world/content.ts';
import { agreed, joined, type KnownSettings } from '../world/knownSettings.ts';
import { ABSENT, anythingOf, type ObjectState } from '../world/objectState.ts';
import { Backups } from './backups.ts';
import { describeState } from './describe.ts';
import { type Attempt, attempts } from './explanation.ts';
import { hiddenSteps, PATIENCE, type Patience } from './hiddenSteps.ts';
import type { Judged, Observation } from './judged.ts';
import { judgePage } from './listJudgement.ts';
import { departuresOf, expectations, nearestOf, neverSettled } from './nearest.ts';
import { GONE, reachedGone } from './reachedGone.ts';
import { resume } from './resume.ts';
import { distinct } from './stateSet.ts';
import { type Traversal, Traversals } from './traversals.ts';
import type { VaultChange } from './vaultChange.ts';
import { VaultPast } from './vaultPast.ts';

/** What an oracle is told of a vault before its first answer. */
export interface VaultKnowledge {
  /** Settings that are known; those that are not are learned. */
  readonly settings?: KnownSettings;
  /** Whether names may be in use already: true for a vault that others have used, false for a new one. */
  readonly used: boolean;
  readonly strictness: Strictness;
  readonly patience?: Patience;
  /** Backups taken in this and other vaults. */
  readonly backups?: Backups;
}

/**
 * The set of all worlds that explain what was observed of one vault so far (design.md, sections 2 and 4), kept apart
 * by name. An answer filters the worlds and moves them on; an answer that no world explains is a departure, after
 * which the oracle goes on with the nearest world that explains it.
 */
export class VaultOracle {
  readonly #knowledge: VaultKnowledge;
  readonly #patience: Patience;
  readonly #objects = new Map<string, readonly ObjectState[]>();
  /** Names that calls were made about. */
  readonly #own = new Set<string>();
  readonly #spellings = new Map<string, Set<string>>();
  #traversals = new Traversals();
  readonly #backups: Backups;
  /** The vaults that operations purge, by the operation's id. */
  readonly #purges = new Map<string, string>();
  #settings: KnownSettings;
  /** Whether calls can reach the vault, as far as the management plane told. */
  #reach: 'reachable' | 'gone' | 'unknown' = 'reachable';
  /** Whether the vault was made anew since the first call, so that nobody had used it. */
  #isNew = false;
  #past = new VaultPast();

  constructor(knowledge: VaultKnowledge) {
    this.#knowledge = knowledge;
    this.#patience = knowledge.patience ?? PATIENCE;
    this.#settings = knowledge.settings ?? {};
    this.#backups = knowledge.backups ?? new Backups();
  }

  /** The same worlds, to go on with apart from these; what backups hold is known to both. */
  clone(): VaultOracle {
    const clone = new VaultOracle({ ...this.#knowledge, backups: this.#backups });
    clone.#settings = this.#settings;
    clone.#reach = this.#reach;
    clone.#isNew = this.#isNew;
    clone.#past = this.#past.clone();
    clone.#traversals = this.#traversals.clone();
    for (const [key, states] of this.#objects) clone.#objects.set(key, states);
    for (const key of this.#own) clone.#own.add(key);
    for (const [key, spellings] of this.#spellings) clone.#spellings.set(key, new Set(spellings));
    for (const [operation, name] of this.#purges) clone.#purges.set(operation, name);
    return clone;
  }

  /** What is known of the vault's settings. */
  get settings(): KnownSettings {
    return this.#settings;
  }

  /** The states that a kind's object of this name may be in; `at` takes hidden steps up to that time into account. */
  states(kind: Kind, name: string, at?: Window): readonly ObjectState[] {
    const states =
      this.#objects.get(keyOf(kind, name)) ??
      (this.#knowledge.used && !this.#isNew ? anythingOf(kind) : [ABSENT]);
    if (!at) return states;
    return states.flatMap((state) => hiddenSteps(state, at, this.#patience)).map(({ object }) => object);
  }

  /** Takes note of what a call to the management plane did to the vault. */
  follow(change: VaultChange): void {
    if (change.what === 'gone' && this.#reach === 'reachable') this.#past.gone(this.#objects);
    this.#reach = change.what === 'gone' || change.what === 'unknown' ? change.what : 'reachable';
    if (change.what === 'made') {
      this.#isNew = true;
      this.#objects.clear();
      this.#past.forget();
      this.#traversals = new Traversals();
      this.#settings = change.settings;
    }
    if (change.what === 'kept') {
      const isProtected =
        this.#settings.purgeProtection === false && change.settings.purgeProtection === true;
      if (isProtected) this.#past.protectedNow(this.#objects);
      this.#settings = { ...this.#settings, ...change.settings };
    }
  }

  /** Takes note that nobody has ever used a name: it was drawn at random. */
  assumeUnused(kind: Kind, name: string): void {
    if (!this.#objects.has(keyOf(kind, name))) this.#objects.set(keyOf(kind, name), [ABSENT]);
  }

  /** Takes note that a name may be in any state, after a call that is not judged here. */
  forget(kind: Kind, name: string): void {
    this.#objects.set(keyOf(kind, name), anythingOf(kind));
    this.#traversals.touch(keyOf(kind, name));
  }

  /** Judges one call and moves on. */
  observe({ command, answer, window, concurrent = [] }: Observation): Judged {
    if ('lost' in answer) return this.#lose(command, window);
    if (answer.status === 429) return this.#throttled(command, window);
    const unreached = this.#unreached(command, answer);
    if (unreached) return unreached;
    const traversal = isPaged(command) ? this.#traversals.of(command, window) : undefined;
    for (const name of concurrent) traversal?.touched.add(keyOf(command.kind, name));
    const judged = this.#judge(command, answer, window, traversal);
    if (traversal) this.#traversals.turn(traversal, answer.page);
    return judged;
  }

  /** DL-09: what is in a deleted vault cannot be reached; how a call fails no source tells (OQ-12). */
  #unreached(command: Command, answer: Answer): Judged | undefined {
    if (this.#reach === 'reachable' || (this.#reach === 'unknown' && answer.status < 400)) return undefined;
    const state = { before: GONE, after: GONE };
    if (answer.status >= 400)
      return { judgement: 'explained', rules: ['DL-09', 'VT-13'], state, departures: [] };
    return { judgement: 'unexplained', rules: [], state, departures: [reachedGone(command, answer)] };
  }

  #judge(command: Command, answer: Answer, window: Window, traversal: Traversal | undefined): Judged {
    if (isVaultList(command)) {
      return this.#list(command, answer, window, traversal ?? this.#traversals.of(command, window));
    }
    const name = this.#nameOf(command, answer);
    if (name === undefined) return this.#nameless(command, answer, window);
    this.#traversals.touch(keyOf(command.kind, name), traversal);
    this.#own.add(keyOf(command.kind, name));
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
      : resume(call, answer, nearest, before, this.#settings, this.#patience);
    this.#objects.set(keyOf(command.kind, name), distinct(after));
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
    this.#objects.set(keyOf(command.kind, name), after);
    this.#learnSettings(answer, fitting);
    if (command.kind === 'certificate' && answer.status < 400) this.#moveOwned(command, name, window, after);
    if (answer.operation !== undefined) this.#purges.set(answer.operation, name);
    if (command.op === 'backup' && answer.blob !== undefined) this.#keep(command, name, answer.blob, fitting);
    const [first = [], ...others] = fitting.map(({ outcome }) => outcome.rules);
    const shared = first.filter((rule) => others.every((other) => other.includes(rule)));
    const past = this.#past.borneOut(command.op, keyOf(command.kind, name), answer);
    // Every refusal bears the shape of refusals out.
    const shape: readonly RuleId[] = answer.refusal ? ['ER-01'] : [];
    const rules = [...new Set<RuleId>([...shared, ...past, ...shape])];
    const unspecified = fitting.every(({ outcome }) => outcome.unspecified);
    return {
      judgement: unspecified ? 'unspecified' : 'explained',
      rules,
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
      if (moved === before) continue;
      this.#objects.set(keyOf(kind, name), moved);
      // Nobody else has it, so what a list shows of it must be what became of it.
      this.#own.add(keyOf(kind, name));
    }
  }

  #learnSettings(answer: Answer, fitting: readonly Attempt[]): void {
    const told = fitting.map(({ outcome }) => outcome.tells?.(answer) ?? {}).reduce(agreed);
    this.#settings = joined(this.#settings, told) ?? this.#settings;
  }

  #keep(command: Command, name: string, blob: string, fitting: readonly Attempt[]): void {
    const contents = fitting.flatMap(({ outcome }) => outcome.holds ?? []);
    if (contents.length > 0) this.#backups.keep(blob, { kind: command.kind, name, contents });
  }

  /** Whether a name was spelled in other letters before, or is now. */
  #isRespelled(kind: Kind, name: string): boolean {
    const key = keyOf(kind, name);
    const spellings = this.#spellings.get(key) ?? new Set();
    this.#spellings.set(key, spellings.add(name));
    return spellings.size > 1;
  }

  /** The call, once for each content that a restored blob may have. */
  #calls(command: Command, name: string, window: Window, traversal?: Traversal): readonly Call[] {
    const call: Call = {
      command,
      name,
      window,
      strictness: this.#knowledge.strictness,
      ...('name' in command && this.#isRespelled(command.kind, command.name) && { isRespelled: true }),
    };
    if (command.op === 'restore') {
      const contents: readonly Content[] = this.#backups.of(command.blob)?.contents ?? [];
      return contents.length > 0 ? contents.map((snapshot) => ({ ...call, snapshot })) : [call];
    }
    const isKnown = traversal?.isWhole && !traversal.touched.has(keyOf(command.kind, name));
    if (MAKES.includes(command.op)) return [{ ...call, namesake: this.#namesake(command.kind, name) }];
    return [{ ...call, listed: isKnown ? [...traversal.listed] : 'unknown' }];
  }

  /** What other kinds have under a name that is to be given to a new object. */
  #namesake(kind: Kind, name: string): Namesake {
    return namesakeOf(otherKinds(kind).map((other) => this.states(other, name)));
  }

  /** The name a call is about: in its path, or for a restore what its blob or its answer tells. */
  #nameOf(command: Exclude<Command, ListCommand>, answer: Answer): string | undefined {
    if (command.op === 'getPurgeResult') return this.#purges.get(command.operation);
    if (command.op !== 'restore') return command.name.toLowerCase();
    const told = answer.object?.name ?? nameInText(answer.refusal?.message);
    return this.#backups.of(command.blob)?.name ?? told?.toLowerCase();
  }

  /** A restore that tells nothing of a name: the blob was refused as such; or an operation that nobody saw begin. */
  #nameless(command: Exclude<Command, ListCommand>, answer: Answer, window: Window): Judged {
    const call: Call = { command, name: '', window, strictness: this.#knowledge.strictness };
    const anything = anythingOf(command.kind);
    const all = attempts(call, anything, this.#settings, answer, this.#patience);
    const fitting = all.filter(({ differences }) => differences.length === 0);
    const state = { before: 'anything', after: 'anything' };
    const [first] = fitting;
    if (first) return { judgement: 'explained', rules: first.outcome.rules, state, departures: [] };
    const nearest = nearestOf(all);
    const departures = nearest ? departuresOf(command, answer, all, nearest) : [];
    return { judgement: 'unexplained', rules: [], state, departures };
  }

  #list(command: ListCommand, answer: Answer, window: Window, traversal: Traversal): Judged {
    const call: Call<ListCommand> = { command, name: '', window, strictness: this.#knowledge.strictness };
    const { judged, moved, told } = judgePage({
      call,
      answer,
      settings: this.#settings,
      patience: this.#patience,
      traversal,
      known: this.#known(command.kind),
      states: (name) => this.states(command.kind, name),
      isOwn: (name) => this.#own.has(keyOf(command.kind, name)),
    });
    for (const [name, states] of moved) {
      this.#objects.set(keyOf(command.kind, name), states);
      // What a list shows later need not have been so when an earlier one passed the name.
      this.#traversals.touch(keyOf(command.kind, name), traversal);
    }
    this.#settings = joined(this.#settings, told) ?? this.#settings;
    return judged;
  }

  /** Names of a kind that calls or lists have shown so far, with their states. */
  #known(kind: Kind): ReadonlyMap<string, readonly ObjectState[]> {
    const prefix = keyOf(kind, '');
    const known = [...this.#objects].filter(([key]) => key.startsWith(prefix));
    return new Map(known.map(([key, states]) => [key.slice(prefix.length), states]));
  }

  /** LM-03: a throttled call changes nothing. */
  #throttled(command: Command, window: Window): Judged {
    const state =
      'name' in command ? describeState(this.states(command.kind, command.name, window)) : 'anything';
    return {
      judgement: 'explained',
      rules: ['ER-20', 'LM-03'],
      state: { before: state, after: state },
      departures: [],
    };
  }

  /** A lost reply is no divergence: the worlds fork into "it happened" and "it did not" (design.md, section 4). */
  #lose(command: Command, window: Window): Judged {
    const name = isVaultList(command) ? undefined : this.#nameOfLost(command);
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
    this.#objects.set(keyOf(command.kind, name), after);
    const state = { before: describeState(before), after: describeState(after) };
    return { judgement: 'unjudged', rules: [], state, departures: [], expected: expectations(possible) };
  }

  #nameOfLost(command: Exclude<Command, ListCommand>): string | undefined {
    if (command.op === 'getPurgeResult') return this.#purges.get(command.operation);
    return command.op === 'restore' ? this.#restoredName(command) : command.name.toLowerCase();
  }

  #restoredName(command: RestoreCommand): string | undefined {
    return this.#backups.of(command.blob)?.name;
  }
}

/** Operations that make an object where there is none. */
const MAKES: readonly Command['op'][] = ['set', 'create', 'import'];

function keyOf(kind: Kind, name: string): string {
  return `${kind}/${name.toLowerCase()}`;
}

function isVaultList(command: Command): command is ListCommand {
  return command.op === 'list' || command.op === 'listDeleted';
}

function isPaged(command: Command): command is ListCommand | ListVersionsCommand {
  return isVaultList(command) || command.op === 'listVersions';
}

/** The object's name in the text of a refused restore, which quotes its id. */
function nameInText(text: string | undefined): string | undefined {
  return /https:\/\/[^/ ]+\/(?:secrets|keys|certificates)\/([^/ ']+)/.exec(text ?? '')?.[1];
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Lost } from '../../model/answer.ts';
import type { Command, ObjectKind } from '../../model/command.ts';
import type { Departure } from '../../model/oracle/departure.ts';
import { hiddenSteps, longestSettling } from '../../model/oracle/hiddenSteps.ts';
import { canonicalKey } from '../../model/oracle/stateSet.ts';
import { unanswered } from '../../model/oracle/unanswered.ts';
import type { ObjectState } from '../../model/world/objectState.ts';
import type { OpenedVault } from '../session/openedVault.ts';
import type { JudgedCall, Session } from '../session/session.ts';
import { concretise } from '../steps/concretise.ts';
import { newContext, remember, type SequenceContext } from '../steps/sequenceContext.ts';
import {
  type AdvanceStep,
  type CallStep,
  isCall,
  isVaultCall,
  type SettleStep,
  type Step,
} from '../steps/step.ts';
import type { VaultStep } from '../steps/vaults/vaultStep.ts';
import { Roles } from './roles.ts';
import type { Finding, RunCall, RunStep, SequenceRecord } from './sequenceRecord.ts';
import type { Known, SequenceView } from './sequenceView.ts';
import { stillAnswers } from './stillAnswers.ts';

/** A sequence to run. */
export interface SequencePlan {
  readonly vault: OpenedVault;
  /** Number of the sequence in the run. */
  readonly sequence: number;
  /** What its steps are about unless they say otherwise; secrets unless given. */
  readonly kind?: ObjectKind;
  /** Fresh names, one for each slot. */
  readonly names: readonly string[];
  /** The next step; undefined to end. */
  readonly next: (view: SequenceView) => Step | undefined;
  /** Told at the end where the last step led. */
  readonly done?: (view: SequenceView) => void;
}

/** Pages of one list after which reading it is given up: others' objects may fill a shared vault. */
const MOST_PAGES = 40;

/** Milliseconds between two looks at a name that settles, on a target whose time cannot be moved: ever longer ones. */
const PAUSE = { first: 200, longest: 5000 } as const;

/** Runs a sequence to its end, or to the first answer of a wrong outcome: after it the name's state is a guess. */
export async function runSequence(session: Session, plan: SequencePlan): Promise<SequenceRecord> {
  const runner = new SequenceRunner(session, plan);
  for (;;) {
    const step = plan.next(runner.view());
    if (!step) break;
    await runner.run(step);
    if (runner.isLost) break;
  }
  plan.done?.(runner.view());
  return runner.record();
}

class SequenceRunner {
  readonly #session: Session;
  readonly #plan: SequencePlan;
  readonly #kind: ObjectKind;
  readonly #context: SequenceContext;
  readonly #roles: Roles;
  readonly #names: ReadonlySet<string>;
  readonly #steps: RunStep[] = [];
  readonly #findings: Finding[] = [];
  #last: SequenceView['last'];
  #isLost = false;

  constructor(session: Session, plan: SequencePlan) {
    this.#session = session;
    this.#plan = plan;
    this.#kind = plan.kind ?? 'secret';
    this.#context = newContext(plan.vault, this.#kind, plan.names);
    this.#roles = new Roles(this.#kind, plan.names);
    this.#names = new Set(plan.names.map((name) => name.toLowerCase()));
  }

  /** Whether an answer had a wrong outcome, so that nobody knows for sure where the name is. */
  get isLost(): boolean {
    return this.#isLost;
  }

  view(): SequenceView {
    return {
      length: this.#steps.length,
      states: (slot) => this.#states(slot),
      known: (slot) => this.#known(slot),
      ...(this.#last && { last: this.#last }),
    };
  }

  record(): SequenceRecord {
    return { sequence: this.#plan.sequence, kind: this.#kind, steps: this.#steps, findings: this.#findings };
  }

  async run(step: Step): Promise<void> {
    const before = this.#findings.length;
    if (isCall(step) || isVaultCall(step)) {
      this.#roles.note(step);
      const was = this.#print(step.slot);
      const calls = await this.#call(step);
      const at = calls[0]?.exchange.window.to ?? this.#lastTime() ?? 0;
      this.#steps.push({ step, at, calls, changed: this.#print(step.slot) !== was });
    } else if ('settle' in step) await this.#settle(step, step.settle.slot);
    else this.#steps.push(await this.#advance(step));
    this.#last = { step, findings: this.#findings.slice(before) };
  }

  /** Where a name may be by now; what must have settled has. */
  #states(slot: number): readonly ObjectState[] {
    const window = this.#window;
    const states = this.#roles.states(this.#plan.vault.oracle, slot);
    if (!window) return states;
    const reached = states.flatMap((state) => hiddenSteps(state, window, this.#session.patience));
    const timely = reached.filter(({ overdue }) => !overdue);
    return (timely.length > 0 ? timely : reached).map(({ object }) => object);
  }

  /** A text that is another when anything is known to be different with a name. */
  #print(slot: number): string {
    const states = this.#roles.states(this.#plan.vault.oracle, slot);
    return JSON.stringify([states.map(canonicalKey), this.#known(slot)]);
  }

  #known(slot: number): Known {
    const { versions, blobs } = this.#context;
    return { versions: versions[slot]?.length ?? 0, backups: blobs[slot]?.get(this.#kind)?.length ?? 0 };
  }

  /** Target time of the last call; before the first nothing hidden can have happened. */
  #window: { readonly from: number; readonly to: number } | undefined;

  /** Target time as the last call or advance left it. */
  #lastTime(): number | undefined {
    return this.#window?.to;
  }

  async #call(step: CallStep | VaultStep): Promise<readonly RunCall[]> {
    const command = concretise(step, this.#context);
    if (!command) return [];
    if (isVaultCall(step) && 'name' in command) this.#context.vaults.add(step.slot);
    const calls = [...(await this.#make(command, step.slot))];
    const links = new Set<string>();
    while (links.size < MOST_PAGES - 1) {
      const next = nextPage(calls.at(-1));
      // A link that came before would show what was seen already, for ever.
      if (!next || links.has(next.next) || this.#isLost) break;
      links.add(next.next);
      calls.push(...(await this.#make(next, step.slot)));
    }
    return calls;
  }

  /** Makes a call; answers it, and those that a client library made of its own accord around it, in order. */
  async #make(command: Command, slot: number): Promise<readonly RunCall[]> {
    const { vault, sequence } = this.#plan;
    const made = await this.#session.call(vault, sequence, command);
    const { answer } = made.exchange;
    this.#window = (made.after.at(-1) ?? made).exchange.window;
    if (!('lost' in answer)) remember(this.#context, slot, command, answer);
    for (const side of made.before) this.#findAll(side.judged.departures, side);
    this.#findAll(await this.#departures(made, command, answer), made);
    for (const side of made.after) this.#findAll(side.judged.departures, side);
    return [...made.before, made, ...made.after].map((call) => ({
      n: call.n,
      exchange: call.exchange,
      state: call.judged.state.before,
    }));
  }

  /** How an answer departs from the rules; so does none at all, where the target answers other calls. */
  async #departures(
    made: JudgedCall,
    command: Command,
    answer: Answer | Lost,
  ): Promise<readonly Departure[]> {
    if (!('lost' in answer)) return made.judged.departures;
    if (answer.lost !== 'server-error' && answer.lost !== 'unreadable') return [];
    const { vault, sequence } = this.#plan;
    const isOwnFault = await stillAnswers(this.#session, vault, sequence);
    return isOwnFault ? [unanswered(command, answer, made.judged)] : [];
  }

  #findAll(departures: readonly Departure[], made: JudgedCall): void {
    for (const departure of departures) this.#find(departure, made);
  }

  #find(departure: Departure, made: JudgedCall): void {
    // What a list shows of another sequence's name is that sequence's to find.
    const isOwn = departure.subject === undefined || this.#names.has(departure.subject);
    if (!isOwn) return;
    this.#findings.push({ departure, step: this.#steps.length, n: made.n });
    if (departure.wrongOutcome) this.#isLost = true;
  }

  async #advance(step: AdvanceStep | SettleStep): Promise<RunStep> {
    const at = (await this.#session.adapter.clock?.now(this.#plan.vault.token)) ?? 0;
    const seconds = this.#secondsOf(step, at);
    if (seconds === undefined || seconds <= 0) return { step, at, calls: [], changed: false };
    const now = await this.#session.advance(this.#plan.vault, this.#plan.sequence, seconds);
    this.#window = { from: now, to: now };
    return { step, at, calls: [], changed: true, advanced: seconds };
  }

  /** How far to go; undefined where the name has no scheduled purge, or where it is past. */
  #secondsOf(step: AdvanceStep | SettleStep, at: number): number | undefined {
    if ('settle' in step) {
      return longestSettling(this.#states(step.settle.slot), this.#session.patience) + 2;
    }
    const { advance } = step;
    if ('seconds' in advance) return advance.seconds;
    const scheduled = this.#states(advance.slot).map((state) =>
      'deletion' in state ? state.deletion.scheduledPurgeDate : undefined,
    );
    const purge = scheduled.find((date) => date !== undefined);
    return purge === undefined ? undefined : Math.ceil(purge + advance.fromScheduledPurge - at);
  }

  /** Lets a transition settle: by the clock where there is one, else by looking until it shows. */
  async #settle(step: SettleStep, slot: number): Promise<void> {
    if (this.#session.adapter.clock) {
      this.#steps.push(await this.#advance(step));
      return;
    }
    const was = this.#print(slot);
    const calls: RunCall[] = [];
    const { settlesWithin } = this.#session.adapter;
    // A little longer than patience lasts, so that what never settles shows.
    const seconds = Math.min(settlesWithin, this.#session.patience.settle + 2 * (PAUSE.longest / 1000));
    const end = performance.now() + seconds * 1000;
    for (let wait: number = PAUSE.first; ; wait = Math.min(2 * wait, PAUSE.longest)) {
      const op = lookFor(this.#states(slot));
      const command = op && concretise({ call: op, slot }, this.#context);
      if (!command) break;
      calls.push(...(await this.#make(command, slot)));
      if (this.#isLost || performance.now() + wait > end || !lookFor(this.#states(slot))) break;
      await pause(wait, undefined, this.#session.signal && { signal: this.#session.signal });
    }
    this.#steps.push({ step, at: this.#lastTime() ?? 0, calls, changed: this.#print(slot) !== was });
  }
}

/** The call that tells whether a transition has settled; undefined when none is under way, or none can tell. */
function lookFor(states: readonly ObjectState[]): 'get' | 'getDeleted' | undefined {
  if (states.some(({ phase }) => phase === 'deleting')) return 'getDeleted';
  return states.some(({ phase }) => phase === 'recovering') ? 'get' : undefined;
}

/** The command for the page after the one a call answered; undefined after the last. */
function nextPage(call: RunCall | undefined): (Command & { readonly next: string }) | undefined {
  if (!call || 'lost' in call.exchange.answer) return undefined;
  const { command, answer } = call.exchange;
  const next = answer.page?.next;
  if (next === undefined || !('op' in command) || !isList(command)) return undefined;
  return { ...command, next };
}

function isList(
  command: Command,
): command is Extract<Command, { op: 'list' | 'listDeleted' | 'listVersions' }> {
  return command.op === 'list' || command.op === 'listDeleted' || command.op === 'listVersions';
}

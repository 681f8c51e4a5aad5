import type { Answer, ObjectView } from '../../answer.ts';
import type { Call } from '../../call.ts';
import type { Command, ListCommand, ListVersionsCommand } from '../../command.ts';
import type { Outcome } from '../../outcome.ts';
import { matchAnswer, type Strictness } from '../../pattern/pattern.ts';
import { membership } from '../../rules/visibility/membership.ts';
import { step } from '../../step.ts';
import type { VaultSettings } from '../../vaultSettings.ts';
import type { Window } from '../../window.ts';
import type { Content } from '../../world/content.ts';
import type { KnownSettings } from '../../world/knownSettings.ts';
import { ABSENT, type ObjectState } from '../../world/objectState.ts';
import { hiddenSteps, type Patience } from '../hiddenSteps.ts';
import { Choices } from './choices.ts';
import { fittingAnswer, fittingObject } from './fittingAnswer.ts';

/** A vault to make up answers for. */
export interface Simulation {
  readonly settings: VaultSettings;
  readonly strictness: Strictness;
  readonly patience: Patience;
}

/**
 * A vault that follows the rules to the letter and is otherwise as it pleases: of the outcomes that the rules allow it
 * takes one at random, settles when it likes within its patience, and answers whatever fits. Nothing of it is unknown.
 */
export class SimulatedVault {
  readonly #simulation: Simulation;
  readonly #settings: KnownSettings;
  readonly #objects = new Map<string, ObjectState>();
  #ids = 0;
  readonly #blobs = new Map<string, { readonly name: string; readonly snapshot: Content }>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    // One client speaks to it throughout, with a version that shows days.
    this.#settings = { ...simulation.settings, protectedSubscription: false, showsDays: true };
  }

  /** What a name is now, hidden steps that have not shown themselves left out. */
  stateOf(name: string): ObjectState {
    return this.#objects.get(name.toLowerCase()) ?? ABSENT;
  }

  /** Takes a call and answers it. */
  answer(command: Command, window: Window, choices: Choices): Answer {
    if (isList(command)) return this.#list(command, window, choices);
    const backup = command.op === 'restore' ? this.#blobs.get(command.blob) : undefined;
    const name = 'name' in command ? command.name.toLowerCase() : (backup?.name ?? 'a');
    const object = this.#settled(name, window, choices);
    const call: Call = {
      command,
      name,
      window,
      strictness: this.#simulation.strictness,
      ...(backup && { snapshot: backup.snapshot }),
      ...(command.op === 'listVersions' && { listed: [] }),
    };
    const outcome = choices.pick(step(call, { settings: this.#settings, object }));
    const answer =
      command.op === 'listVersions' && outcome.pattern.page
        ? versionsPage(
            command,
            outcome.pattern.page.items,
            (pattern) => this.#object(pattern, name, choices),
            choices,
          )
        : this.#checked(outcome, fittingAnswer(outcome.pattern, this.#making(name, choices)));
    this.#objects.set(name, outcome.next(answer));
    if (answer.blob !== undefined && outcome.holds)
      this.#blobs.set(answer.blob, { name, snapshot: outcome.holds });
    return answer;
  }

  /** Where a name is after the hidden steps that the vault chooses to have taken. */
  #settled(name: string, window: Window, choices: Choices): ObjectState {
    const timely = hiddenSteps(this.stateOf(name), window, this.#simulation.patience).filter(
      ({ overdue }) => !overdue,
    );
    const { object } = choices.pick(timely);
    this.#objects.set(name, object);
    return object;
  }

  #list(command: ListCommand, window: Window, choices: Choices): Answer {
    if (command.op === 'listDeleted' && !this.#simulation.settings.softDelete) return NOT_SUPPORTED;
    const names = [...this.#objects.keys()].sort().filter((name) => name > (command.next ?? ''));
    const items: ObjectView[] = [];
    const most = Math.min(choices.chance(30) ? choices.below(3) : 25, command.maxResults ?? 25);
    for (const name of names) {
      if (items.length >= most) return { status: 200, page: { items, next: before(name) }, oddities: [] };
      const object = this.#settled(name, window, choices);
      const call: Call<ListCommand> = { command, name, window, strictness: this.#simulation.strictness };
      const { listed, mayBeMissing } = membership(call, { settings: this.#settings, object });
      if (!listed || (mayBeMissing && choices.chance(50))) continue;
      const answer = this.#checked(listed, fittingAnswer(listed.pattern, this.#making(name, choices)));
      this.#objects.set(name, listed.next(answer));
      if (answer.object) items.push(answer.object);
    }
    return { status: 200, page: { items, ...(choices.chance(20) && { next: '~' }) }, oddities: [] };
  }

  #object(pattern: Parameters<typeof fittingObject>[0], name: string, choices: Choices): ObjectView {
    return fittingObject(pattern, this.#making(name, choices));
  }

  #making(name: string, choices: Choices): Parameters<typeof fittingAnswer>[1] {
    const newId = (): string => new Choices(this.#ids++).versionId();
    return { choices, name, newId, retentionDays: this.#simulation.settings.retentionDays };
  }

  /** The simulation itself must not err. */
  #checked({ pattern }: Outcome, answer: Answer): Answer {
    const differences = matchAnswer(pattern, answer, this.#simulation.strictness);
    if (differences.length > 0)
      throw new Error(`the simulation made a wrong answer: ${JSON.stringify(differences)}`);
    return answer;
  }
}

const NOT_SUPPORTED: Answer = {
  status: 400,
  refusal: { code: 'NotSupported', message: 'Operation "list" is not enabled for this vault.' },
  oddities: [],
};

function isList(command: Command): command is ListCommand {
  return command.op === 'list' || command.op === 'listDeleted';
}

/** The continuation after which a name comes next. */
function before(name: string): string {
  return name.slice(0, -1) + String.fromCharCode(name.charCodeAt(name.length - 1) - 1);
}

/** A page of versions in order of their ids, from the continuation on. */
function versionsPage(
  command: ListVersionsCommand,
  patterns: readonly Parameters<typeof fittingObject>[0][],
  make: (pattern: Parameters<typeof fittingObject>[0]) => ObjectView,
  choices: Choices,
): Answer {
  const views = patterns.map(make).filter(({ version = '' }) => version > (command.next ?? ''));
  const sorted = views.sort((a, b) => ((a.version ?? '') < (b.version ?? '') ? -1 : 1));
  const items = sorted.slice(
    0,
    Math.min(choices.chance(50) ? choices.below(3) : 25, command.maxResults ?? 25),
  );
  const last = items.at(-1)?.version ?? command.next ?? '0';
  const next = items.length < sorted.length ? last : undefined;
  return { status: 200, page: { items, ...(next !== undefined && { next }) }, oddities: [] };
}

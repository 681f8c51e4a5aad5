import type { Answer } from '../../answer.ts';
import type { Command } from '../../command.ts';
import type { Strictness } from '../../pattern/pattern.ts';
import { NOW } from '../../testing/calls.ts';
import type { VaultSettings } from '../../vaultSettings.ts';
import type { Window } from '../../window.ts';
import { PATIENCE } from '../hiddenSteps.ts';
import type { Observation } from '../judged.ts';
import { Choices } from './choices.ts';
import { type Ask, commandFor, type Happening } from './histories.ts';
import { SimulatedVault } from './simulatedVault.ts';

/** An observation, and what really was the case after it. */
export interface Told {
  readonly observation: Observation;
  /** What the call was really answered, where its reply was lost. */
  readonly answer: Answer;
  /** The phase that a name was really in after it, where it was about one name. */
  readonly truth?: { readonly name: string; readonly phase: string };
}

/** Lets a simulated vault live through a history, and tells what a client observed of it. */
export function tell(
  happenings: readonly Happening[],
  settings: VaultSettings,
  strictness: Strictness,
): readonly Told[] {
  return new Teller(settings, strictness).tell(happenings);
}

class Teller {
  readonly #vault: SimulatedVault;
  readonly #versions = new Map<string, string[]>();
  readonly #blobs: string[] = [];
  readonly #next = new Map<string, string>();
  #now: number = NOW;

  constructor(settings: VaultSettings, strictness: Strictness) {
    this.#vault = new SimulatedVault({ settings, strictness, patience: PATIENCE });
  }

  tell(happenings: readonly Happening[]): readonly Told[] {
    return happenings.flatMap((happening) => {
      if ('seconds' in happening) this.#now += happening.seconds;
      else if ('purgeOf' in happening) this.#waitForPurge(happening.purgeOf, happening.offset);
      else return this.#call(happening);
      return [];
    });
  }

  #waitForPurge(name: string, offset: number): void {
    const state = this.#vault.stateOf(name);
    const scheduled = 'deletion' in state ? state.deletion.scheduledPurgeDate : undefined;
    if (scheduled !== undefined) this.#now = Math.max(this.#now, scheduled + offset);
  }

  #call({ call, choice, lost, during }: Extract<Happening, { call: Ask }>): readonly Told[] {
    const choices = new Choices(choice);
    const window: Window = { from: this.#now, to: this.#now + choices.below(3) / 2 };
    this.#now = window.to;
    const command = this.#command(call);
    if (!during || isSame(call, during) || (isList(call) && isList(during)))
      return [this.#one(command, window, choices, lost)];
    // Two calls at once take effect in some order, and are observed in some order.
    const other = this.#command(during);
    const both = [
      this.#one(command, window, choices, lost, namesOf(other)),
      this.#one(other, window, choices, false, namesOf(command)),
    ];
    return choices.chance(50) ? both : both.reverse();
  }

  #one(
    command: Command,
    window: Window,
    choices: Choices,
    lost: boolean,
    concurrent: readonly string[] = [],
  ): Told {
    const isLost = lost && command.op !== 'restore';
    const happens = !isLost || choices.chance(50);
    const answer = happens ? this.#vault.answer(command, window, choices) : UNSEEN;
    if (!isLost) this.#remember(command, answer);
    const name = 'name' in command ? command.name : undefined;
    return {
      observation: {
        command,
        window,
        answer: isLost ? { lost: 'timeout', detail: 'nothing came' } : answer,
        ...(concurrent.length > 0 && { concurrent }),
      },
      answer,
      ...(name !== undefined && { truth: { name, phase: this.#vault.stateOf(name).phase } }),
    };
  }

  #command(ask: Ask): Command {
    return commandFor(ask, { versions: this.#versions, blobs: this.#blobs, next: this.#next });
  }

  #remember(command: Command, answer: Answer): void {
    const id = answer.object?.version;
    if ('name' in command && id !== undefined) {
      const versions = this.#versions.get(command.name) ?? [];
      if (!versions.includes(id)) this.#versions.set(command.name, [...versions, id]);
    }
    if (answer.blob !== undefined) this.#blobs.push(answer.blob);
    const list = `${command.op} ${command.op === 'listVersions' ? command.name : ''}`;
    if (answer.page?.next === undefined) this.#next.delete(list);
    else this.#next.set(list, answer.page.next);
  }
}

/** Two lists at once show what settles meanwhile in either order, and neither tells which was the first. */
function isList({ op }: Ask): boolean {
  return op === 'list' || op === 'listDeleted';
}

/** Two calls about one name, at once: only their order is unknown, and the oracle judges one order at a time. */
function isSame(a: Ask, b: Ask): boolean {
  return a.name === b.name || a.op === 'restore' || b.op === 'restore';
}

function namesOf(command: Command): readonly string[] {
  return 'name' in command ? [command.name] : [];
}

const UNSEEN: Answer = { status: 500, oddities: [] };

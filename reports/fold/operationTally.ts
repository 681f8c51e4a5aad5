import type { Command } from '../../model/command.ts';
import type { ExchangeEvent } from '../../model/event.ts';

/** Statuses of a server that does not have what it was asked for. */
const NO_SUCH_THING: readonly number[] = [404, 405, 501];

/** The service's own words for an object that is not there (ER-09). */
const OBJECT_NOT_FOUND = /^404 (Secret|Key|Certificate|PendingCertificate)NotFound$/;

/** Calls after which an operation that never did anything else counts as one that the target does not have. */
const ENOUGH_CALLS = 3;

interface Tried {
  calls: number;
  readonly answers: Set<string>;
  readonly statuses: Set<number>;
  /** A call that is not explained was about an object that was there. */
  wasThere: boolean;
}

/**
 * Tells operations that a target seems not to have: every call of them was refused in the same words, which are not
 * the words in which it says of other operations that there is no such object.
 */
export class OperationTally {
  readonly #tried = new Map<string, Tried>();
  /** What calls that are not explained were about, by their numbers. */
  readonly #unexplained = new Map<number, string>();

  /** Takes an exchange in. */
  add({ n, command, answer, judgement, state }: ExchangeEvent): void {
    if ('lost' in answer) return;
    const form = formOf(command);
    const tried = this.#tried.get(form) ?? newlyTried();
    this.#tried.set(form, tried);
    tried.calls += 1;
    tried.answers.add(`${answer.status} ${answer.refusal?.code ?? ''}`);
    tried.statuses.add(answer.status);
    if (judgement !== 'unexplained') return;
    this.#unexplained.set(n, form);
    if (state.before === stateOf(command)) tried.wasThere = true;
  }

  /** The form of an operation that an exchange was about, where the target seems not to have it. */
  missing(n: number): string | undefined {
    const form = this.#unexplained.get(n);
    const tried = form === undefined ? undefined : this.#tried.get(form);
    if (!tried || tried.calls < ENOUGH_CALLS || tried.answers.size > 1) return undefined;
    if (![...tried.statuses].every((status) => NO_SUCH_THING.includes(status))) return undefined;
    const [answer = ''] = tried.answers;
    return tried.wasThere || !(OBJECT_NOT_FOUND.test(answer) || this.#isSaidElsewhere(answer))
      ? form
      : undefined;
  }

  /** Whether an operation that the target has answers in these words, too. */
  #isSaidElsewhere(answer: string): boolean {
    return [...this.#tried.values()].some(({ answers }) => answers.size > 1 && answers.has(answer));
  }
}

/** The state in which an operation finds what it is about: a certificate's pending operation may be none in any. */
function stateOf({ op }: Command): string | undefined {
  if (op === 'getDeleted' || op === 'recover' || op === 'purge') return 'deleted';
  return /Operation$|^merge$/.test(op) ? undefined : 'live';
}

function newlyTried(): Tried {
  return { calls: 0, answers: new Set(), statuses: new Set(), wasThere: false };
}

/** An operation, and whether a version was asked for: a server finds the two under different addresses. */
function formOf(command: Command): string {
  const versioned = 'version' in command && command.version !== undefined;
  return `${command.op} ${command.kind}${versioned ? ' version' : ''}`;
}

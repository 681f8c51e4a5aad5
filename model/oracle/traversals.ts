import type { Page } from '../answer.ts';
import type { ListCommand, ListVersionsCommand } from '../command.ts';
import type { Window } from '../window.ts';

type PagedCommand = ListCommand | ListVersionsCommand;

/** A list being read page by page. */
export interface Traversal {
  /** Whether it is known from its first page on: only then is what no page showed missing. */
  readonly isWhole: boolean;
  /** When its first page was asked for, Unix seconds. */
  readonly began: number;
  /** What is listed: the operation, and the name where versions are listed. */
  readonly subject: string;
  /** What earlier pages listed: names in lower case, or version ids. */
  readonly listed: Set<string>;
  /** Names that a call touched since the first page: their absence proves nothing. */
  readonly touched: Set<string>;
  /** Names of calls that were made while the page was asked for: what it shows of them proves nothing either. */
  readonly beside: Set<string>;
  /** The continuation that the next page will ask for. */
  next: string | undefined;
}

/** Lists that are being read, so that what the last page did not show is known to be missing. */
export class Traversals {
  readonly #open: Traversal[] = [];

  /**
   * The traversal that a page belongs to; one of its own when its first page was not seen or cannot be told apart.
   * @param beside names of calls that are made at the same time
   */
  of(command: PagedCommand, window: Window, beside: readonly string[] = []): Traversal {
    const traversal = this.#find(command, window);
    for (const name of beside) traversal.touched.add(name);
    for (const name of beside) traversal.beside.add(name);
    return traversal;
  }

  #find(command: PagedCommand, window: Window): Traversal {
    const subject = subjectOf(command);
    if (command.nextUnrecorded) return this.#guess(subject, command.op === 'listVersions', window);
    const isFirst = command.next === undefined;
    const traversal = begun(subject, window, isFirst);
    if (isFirst) this.#open.push(traversal);
    if (isFirst) return traversal;
    const [found, ...others] = this.#open.filter(
      (open) => open.subject === subject && tokenIn(open.next) === tokenIn(command.next),
    );
    if (found && others.length === 0) return found;
    for (const open of [found, ...others]) if (open) this.#close(open);
    return traversal;
  }

  /**
   * The traversal of a page of which the recorder did not keep what it asked for. Versions are few: unless a page before
   * it leads on, it is the only one. Lists of a whole vault go over many pages, of which any may not be recorded.
   */
  #guess(subject: string, isOfVersions: boolean, window: Window): Traversal {
    const open = this.#open.find((other) => other.subject === subject);
    const traversal = begun(subject, window, isOfVersions && !open);
    if (isOfVersions && !open) this.#open.push(traversal);
    return traversal;
  }

  /** Takes note of a page; closes the traversal when it was the last, or no page at all. */
  turn(traversal: Traversal, page: Page | undefined): void {
    traversal.next = page?.next;
    traversal.beside.clear();
    if (page?.next === undefined) this.#close(traversal);
  }

  /** The same lists, to go on with apart from these. */
  clone(): Traversals {
    const clone = new Traversals();
    for (const open of this.#open) {
      clone.#open.push({
        ...open,
        listed: new Set(open.listed),
        touched: new Set(open.touched),
        beside: new Set(open.beside),
      });
    }
    return clone;
  }

  /**
   * Takes note that a call about this name was made, or a list showed it.
   * @param own the list that the call itself is a page of: it stays whole
   */
  touch(name: string, own?: Traversal): void {
    for (const open of this.#open) if (open !== own) open.touched.add(name);
  }

  #close(traversal: Traversal): void {
    const at = this.#open.indexOf(traversal);
    if (at >= 0) this.#open.splice(at, 1);
  }
}

function begun(subject: string, window: Window, isWhole: boolean): Traversal {
  const nothing = {
    listed: new Set<string>(),

    touched: new Set<string>(),
    beside: new Set<string>(),
  };
  return { subject, isWhole, began: window.from, ...nothing, next: undefined };
}

/** What a continuation is told by: the token in its address, which a recorded request has alone. */
function tokenIn(next: string | undefined): string | undefined {
  if (next === undefined || !URL.canParse(next)) return next;
  return new URL(next).searchParams.get('$skiptoken') ?? next;
}

function subjectOf(command: PagedCommand): string {
  const name = command.op === 'listVersions' ? `/${command.name.toLowerCase()}` : '';
  return `${command.op}/${command.kind}${name}`;
}

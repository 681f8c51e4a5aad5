import type { Page } from '../answer.ts';
import type { ListCommand, ListVersionsCommand } from '../command.ts';
import type { Window } from '../window.ts';

type PagedCommand = ListCommand | ListVersionsCommand;

/** A list being read page by page. */
export interface Traversal {
  /** Whether it is known from its first page on: only then is what no page showed missing. */
  isWhole: boolean;
  /** When its first page was asked for, Unix seconds. */
  readonly began: number;
  /** What is listed: the operation, and the name where versions are listed. */
  readonly subject: string;
  /** What earlier pages listed: names in lower case, or version ids. */
  readonly listed: Set<string>;
  /** What earlier pages listed and this one may list again, because nobody knows whether it begins the list anew. */
  repeatable: Set<string>;
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

  /** The traversal that a page belongs to; one of its own when its first page was not seen or cannot be told apart. */
  of(command: PagedCommand, window: Window): Traversal {
    const subject = subjectOf(command);
    if (command.nextUnrecorded) return this.#guess(subject, window);
    const isFirst = command.next === undefined;
    const traversal = begun(subject, window, isFirst);
    if (isFirst) this.#open.push(traversal);
    if (isFirst) return traversal;
    const [found, ...others] = this.#open.filter(
      (open) => open.subject === subject && open.next === command.next,
    );
    if (found && others.length === 0) return found;
    for (const open of [found, ...others]) if (open) this.#close(open);
    return traversal;
  }

  /**
   * The traversal of a page of which the recorder did not keep what it asked for. It is a first page where none before
   * it leads on; else it goes on from there or begins the list anew, and either way the list is whole with its last.
   */
  #guess(subject: string, window: Window): Traversal {
    const [found, ...others] = this.#open.filter(
      (open) => open.subject === subject && open.next !== undefined,
    );
    if (!found) {
      const traversal = begun(subject, window, true);
      this.#open.push(traversal);
      return traversal;
    }
    if (others.length > 0) found.isWhole = false;
    for (const open of others) this.#close(open);
    found.repeatable = new Set(found.listed);
    return found;
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
        repeatable: new Set(open.repeatable),
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
    repeatable: new Set<string>(),
    touched: new Set<string>(),
    beside: new Set<string>(),
  };
  return { subject, isWhole, began: window.from, ...nothing, next: undefined };
}

function subjectOf(command: PagedCommand): string {
  const name = command.op === 'listVersions' ? `/${command.name.toLowerCase()}` : '';
  return `${command.op}/${command.kind}${name}`;
}

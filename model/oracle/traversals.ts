import type { Page } from '../answer.ts';
import type { ListCommand, ListVersionsCommand } from '../command.ts';

type PagedCommand = ListCommand | ListVersionsCommand;

/** A list being read page by page. */
export interface Traversal {
  /** What is listed: the operation, and the name where versions are listed. */
  readonly subject: string;
  /** What earlier pages listed: names in lower case, or version ids. */
  readonly listed: Set<string>;
  /** Names that a call touched since the first page: their absence proves nothing. */
  readonly touched: Set<string>;
  /** The continuation that the next page will ask for. */
  next: string | undefined;
}

/** Lists that are being read, so that what the last page did not show is known to be missing. */
export class Traversals {
  readonly #open: Traversal[] = [];

  /** The traversal that a page belongs to; undefined when its first page was not seen or cannot be told apart. */
  of(command: PagedCommand): Traversal | undefined {
    const subject = subjectOf(command);
    if (command.nextUnrecorded) return undefined;
    if (command.next === undefined) {
      const traversal: Traversal = { subject, listed: new Set(), touched: new Set(), next: undefined };
      this.#open.push(traversal);
      return traversal;
    }
    const same = this.#open.filter((open) => open.subject === subject);
    const byToken = same.filter((open) => open.next === command.next);
    const found = byToken.length > 0 ? byToken : same;
    if (found.length === 1) return found[0];
    for (const open of found) this.#close(open);
    return undefined;
  }

  /** Takes note of a page; closes the traversal when it was the last, or no page at all. */
  turn(traversal: Traversal, page: Page | undefined): void {
    traversal.next = page?.next;
    if (page?.next === undefined) this.#close(traversal);
  }

  /** Takes note that a call about this name was made. */
  touch(name: string): void {
    for (const open of this.#open) open.touched.add(name);
  }

  #close(traversal: Traversal): void {
    const at = this.#open.indexOf(traversal);
    if (at >= 0) this.#open.splice(at, 1);
  }
}

function subjectOf(command: PagedCommand): string {
  const name = command.op === 'listVersions' ? `/${command.name.toLowerCase()}` : '';
  return `${command.op}/${command.kind}${name}`;
}

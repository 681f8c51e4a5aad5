import type { Command } from '../../model/command.ts';

/** A call that asks for one page of a list. */
export type ListCall = Extract<Command, { readonly op: 'list' | 'listDeleted' | 'listVersions' }>;

/** A list of a library, as far as it is looked at. */
interface Paged {
  byPage(settings: {
    maxPageSize?: number;
    continuationToken?: string;
  }): AsyncIterableIterator<readonly unknown[]>;
}

/**
 * Asks for one page.
 * @param nextUrl the continuation, as a URL
 * @returns the page's size, in words
 */
export async function firstPage(
  list: Paged,
  command: ListCall,
  nextUrl: string | undefined,
): Promise<string> {
  const settings = {
    ...(command.maxResults !== undefined && { maxPageSize: command.maxResults }),
    ...(nextUrl !== undefined && { continuationToken: nextUrl }),
  };
  const { value } = await list.byPage(settings).next();
  return `page of ${(value as readonly unknown[] | undefined)?.length ?? 0}`;
}

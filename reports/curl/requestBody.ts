import type { WireRequest } from '../../model/event.ts';

/** The body of a request as text: what is not JSON stands in a log as the text that it is. Empty when there is none. */
export function bodyText({ body }: WireRequest): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

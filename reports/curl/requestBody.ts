import type { WireRequest } from '../../model/event.ts';
import type { Json } from '../../model/json.ts';

/** Texts by the tokens that stand for them in logs. */
export type Samples = ReadonlyMap<string, string>;

/**
 * The body of a request as text: what is not JSON stands in a log as the text that it is. Empty when there is none.
 * @param samples what stood where a log has a token, as far as it is no secret
 */
export function bodyText({ body }: WireRequest, samples: Samples = new Map()): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(revealed(body, samples));
}

function revealed(json: Json, samples: Samples): Json {
  if (typeof json === 'string') return samples.get(json) ?? json;
  if (typeof json !== 'object' || json === null) return json;
  if (Array.isArray(json)) return json.map((item) => revealed(item, samples));
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, revealed(value, samples)]));
}

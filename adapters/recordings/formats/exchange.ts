import type { Json } from '../../../model/json.ts';
import { type Plane, type RecordedExchange, UNRECORDED } from '../recordedExchange.ts';
import { fail, type Place } from './place.ts';
import { planeOf } from './plane.ts';
import type { RequestTarget } from './requestUri.ts';
import { isReplacement } from './wireBody.ts';
import { dateOf, type Headers } from './wireHeaders.ts';

/** An exchange as a reader of a format found it. */
export interface FoundExchange {
  readonly n: number;
  readonly method: string;
  readonly target: Omit<RequestTarget, 'query'> & { readonly query: RecordedExchange['query'] };
  readonly requestBody: RecordedExchange['requestBody'];
  readonly status: number | undefined;
  readonly headers: Headers;
  readonly body: Json | undefined;
  /** Where the format tells it; else it follows from the target. */
  readonly plane?: Plane;
}

/** Makes the common form of an exchange: adds plane and date, and drops the bodies that nobody should see. */
export function exchangeOf(found: FoundExchange, place: Place): RecordedExchange {
  if (!/^[a-z]+$/i.test(found.method)) fail(place, 'a method that is none of HTTP', 'Leave this entry out');
  const { host, path, query } = found.target;
  const plane = found.plane ?? planeOf(found.target);
  const judged = plane === 'data' || plane === 'management';
  const date = dateOf(found.headers);
  return {
    n: found.n,
    method: found.method.toUpperCase(),
    host,
    path,
    query,
    requestBody: judged && !isReplacement(found.requestBody) ? found.requestBody : UNRECORDED,
    status: found.status,
    headers: found.headers,
    body: judged && found.status !== undefined ? found.body : undefined,
    plane,
    ...(date === undefined ? {} : { date }),
  };
}

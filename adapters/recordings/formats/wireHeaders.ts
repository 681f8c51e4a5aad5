import type { Json } from '../../../model/json.ts';

/** An answer's headers by lower-case name. */
export type Headers = Readonly<Record<string, string>>;

/** Answers carry credentials in them, and nothing that is judged. */
const COOKIES: ReadonlySet<string> = new Set(['set-cookie', 'set-cookie2']);
/** Those that HTTP allows once: a second one is a recorder's or a proxy's, and joining would spoil the first. */
const SINGLE: ReadonlySet<string> = new Set([
  'content-type',
  'content-length',
  'date',
  'location',
  'retry-after',
]);

/** Headers as name and value, in any case; several of one name are joined, cookies and HTTP/2's own left out. */
export function headersFromPairs(pairs: Iterable<readonly [string, string]>): Headers {
  const headers = new Map<string, string>();
  for (const [given, value] of pairs) {
    const name = given.toLowerCase();
    if (name === '' || name.startsWith(':') || COOKIES.has(name)) continue;
    const before = headers.get(name);
    if (before === undefined) headers.set(name, value);
    else if (!SINGLE.has(name)) headers.set(name, `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** Headers as an object, each a value or a list of values; anything but an object is no headers. */
export function headersFromObject(given: Json | undefined): Headers {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return {};
  return headersFromPairs(
    Object.entries(given).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).filter(isScalar).map((one) => [name, String(one)] as const),
    ),
  );
}

/** The `Date` header in Unix seconds; undefined where it is missing or a recorder replaced it. */
export function dateOf(headers: Headers): number | undefined {
  const date = headers.date ?? '';
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date)) return undefined;
  const seconds = Date.parse(date) / 1000;
  return Number.isNaN(seconds) ? undefined : seconds;
}

function isScalar(value: Json): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

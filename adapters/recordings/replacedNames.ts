import type { Command } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';

/**
 * Undoes a recorder's half-done replacement of names: it took the random digits off a name in the address and left
 * them in the answer's id. Anything else that differs between the two is left to be judged.
 */
export function withoutSuffix(command: Command, body: Json): Json {
  if (!('name' in command) || typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { id } = body as { readonly [key: string]: Json };
  if (typeof id !== 'string') return body;
  const replaced = id.replace(/\/([^/]+)\/([0-9a-f]{32})$/, (whole, name: string, version: string) =>
    isSuffixed(name, command.name) ? `/${command.name}/${version}` : whole,
  );
  return replaced === id ? body : { ...body, id: replaced };
}

function isSuffixed(name: string, address: string): boolean {
  return name.startsWith(address) && /^\d+$/.test(name.slice(address.length));
}

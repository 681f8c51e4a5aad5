import type { Command } from '../../model/command.ts';
import type { Json } from '../../model/json.ts';
import { plainScalars } from './plainScalars.ts';
import { withoutSuffix } from './replacedNames.ts';

/** A body with the marks that recorders left on it taken off; what differs otherwise is left to be judged. */
export function mendedBody(body: Json | undefined, isTyped: boolean): Json | undefined {
  return withSlashes(isTyped ? body : plainScalars(body));
}

/** The same, where the command is known whose answer it is. */
export function mendedAnswer(command: Command, body: Json): Json {
  return withoutSuffix(command, body);
}

/** One recorder replaced `https://{vault}/` by the vault's address without the slash: `https://{vault}keys/a`. */
function withSlashes(json: Json | undefined): Json | undefined {
  if (typeof json === 'string') {
    return json.replace(
      /^(https:\/\/[\w.-]+?\.vault\.azure\.net)((?:deleted)?(?:keys|secrets|certificates)\/)/,
      '$1/$2',
    );
  }
  if (Array.isArray(json)) return json.map((item: Json) => withSlashes(item) ?? null);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, withSlashes(value) ?? null]));
}

import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { anyRefusal, managedByKeyVault, methodNotAllowed, notFound } from '../errors/refusals.ts';

/** `POST /secrets/{name}/backup`: one blob with all versions of a live object, enabled or not. */
export function backupObject(call: Call, world: World): Outcome[] {
  const { object } = world;
  const { kind } = call.command;
  if (object.phase !== 'live') {
    return [
      unchanged(object, notFound(kind, call.name), ['BK-02', 'ER-09']),
      ...transitional(call, object),
      ...notYet(call, world),
    ];
  }
  const { versions, complete } = object.content;
  const isSmall = complete && versions.length < MOST_VERSIONS;
  const tooMany = {
    ...unchanged(object, anyRefusal(), ['BK-07', 'ER-02']),
    when: 'of more than 500 versions',
  };
  return [
    {
      pattern: { status: [200], blob: true },
      rules: isSmall ? ['BK-01', 'BK-07'] : ['BK-01'],
      next: () => object,
      holds: object.content,
    },
    ...(versions.length > MOST_VERSIONS ? [tooMany] : []),
    ...ifOwned(call, world),
    ...notYet(call, world),
  ];
}

/** CR-04 makes what a certificate owns read-only; whether it can be backed up apart from it, no source tells. */
function ifOwned(call: Call, { object }: World): Outcome[] {
  if (!('content' in object) || !object.content.owned) return [];
  const refused = managedByKeyVault(call.command.kind);
  return [unchanged(object, refused, ['CR-04', 'ER-19', 'ER-02'], 'if a certificate owns it')];
}

/** Versions up to which a backup must succeed; beyond them it may fail. */
const MOST_VERSIONS = 500;

/** Recorded up to 2018: a secret could not be backed up before api-version 7.0 was complete. */
function notYet(call: Call, world: World): Outcome[] {
  if (!call.strictness.service || call.window.from > Date.UTC(2019, 0, 1) / 1000) return [];
  return [unchanged(world.object, methodNotAllowed(), ['LM-07'], 'before backup of secrets existed')];
}

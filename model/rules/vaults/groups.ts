import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Content } from '../../world/content.ts';
import type { ObjectState } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { anyRefusal } from '../errors/refusals.ts';
import { deletions } from './deleteVault.ts';
import { vaultFacts } from './vaultContent.ts';
import { groupNotFound } from './vaultRefusals.ts';
import { inGroup } from './vaultScope.ts';

/** `PUT .../resourceGroups/{group}` of the group that is there for one vault. */
export function createGroup({ object }: World): Outcome[] {
  const made = { pattern: { status: [200, 201] }, rules: [], next: () => back(object) };
  return [made, { ...unchanged(object, anyRefusal(), ['ER-02']), unspecified: true }];
}

/** `DELETE .../resourceGroups/{group}` of the group that is there for one vault: the vault goes with it, softly (DL-12). */
export function deleteGroup(call: Call, { object }: World): readonly Outcome[] {
  const within = 'content' in object ? inGroup(call, vaultFacts(object.content)) : 'no';
  if (!('content' in object) || within === 'no') return nothingLive(object, object);
  if (object.phase !== 'live' && object.phase !== 'recovering') return nothingLive(object, gone(object));
  const outcomes = deletions(call, object.content).map(
    (outcome): Outcome => ({
      ...outcome,
      rules: ['DL-12'],
      next: (answer) => gone(outcome.next(answer)),
    }),
  );
  return within === 'unknown' ? [...outcomes, ...nothingLive(object, object)] : outcomes;
}

/** A group with no vault in it that could be deleted; nobody knows whether it is there. */
function nothingLive(object: ObjectState, after: ObjectState): readonly Outcome[] {
  const deleted = { pattern: { status: [200] }, rules: [], next: () => after };
  const noGroup = { ...unchanged(object, groupNotFound(), ['ER-02']), next: () => after };
  return [deleted, noGroup];
}

function gone(object: ObjectState): ObjectState {
  return object.phase === 'deleted' ? { ...object, content: { ...object.content, group: 'gone' } } : object;
}

function back(object: ObjectState): ObjectState {
  if (object.phase !== 'deleted' || object.content.group === undefined) return object;
  const content: Content = { ...object.content, group: 'back' };
  return { ...object, content };
}

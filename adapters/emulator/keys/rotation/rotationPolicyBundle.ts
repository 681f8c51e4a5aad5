import { type ObjectView, objectId } from '../../objects/objectView.ts';
import { KEY } from '../keyKind.ts';
import type { StoredKey } from '../storedKey.ts';
import { USUAL_ACTION } from './rotationPolicy.ts';

/** The rotation policy of a key, as get and update answer it. */
export function rotationPolicyBundle(view: ObjectView, key: StoredKey): object {
  const policy = key.rotationPolicy;
  if (policy === undefined) return { lifetimeActions: [USUAL_ACTION], attributes: null };
  const { lifetimeActions, expiryTime, created, updated } = policy;
  return {
    id: `${objectId(view, KEY, key.name)}/rotationpolicy`,
    lifetimeActions,
    attributes: { expiryTime, created, updated },
  };
}

import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import { addVersion, currentOf } from '../../world/content.ts';
import { type Facts, learn } from '../../world/facts.ts';
import { idsOf, type Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { notFound } from '../errors/refusals.ts';
import { stampedNow } from '../nameReuse/stampedNow.ts';
import { tellsSettings } from '../visibility/learning.ts';
import { showObject, viewFields } from '../visibility/objectViews.ts';

/** `POST /keys/{name}/rotate` (KY-03): a new version of a live key, made as the current one was. */
export function rotateKey(call: Call, world: World): Outcome[] {
  const { object } = world;
  if (object.phase === 'live') return [rotated(call, world, object)];
  const refused = unchanged(object, notFound('key', call.name), ['KY-03', 'DL-06', 'ER-09', 'ER-02']);
  return [refused, ...transitional(call, object)];
}

function rotated(call: Call, world: World, live: Live): Outcome {
  const facts = inherited(currentOf(live.content)?.facts ?? {});
  const shown = showObject(call, 'bundle', { fresh: idsOf(live.content) }, facts, world.settings);
  return {
    pattern: { status: [200], object: stampedNow(call, shown) },
    rules: ['KY-03', 'KY-06', 'LS-09'],
    next: (answer) => {
      const seen = answer?.object;
      const learned = seen ? learn(facts, seen.fields, viewFields('key', 'bundle')) : facts;
      const version = seen?.version === undefined ? { facts: learned } : { id: seen.version, facts: learned };
      return { phase: 'live', content: addVersion(live.content, version) };
    },
    tells: tellsSettings,
  };
}

/** Kind, curve and operations go on; the material is new, and so are the times. */
function inherited({ kty, crv, key_ops: operations, tags }: Facts): Facts {
  return {
    managed: null,
    ...(kty !== undefined && { kty }),
    ...(crv !== undefined && { crv }),
    ...(operations !== undefined && { key_ops: operations }),
    ...(tags !== undefined && { tags }),
  };
}

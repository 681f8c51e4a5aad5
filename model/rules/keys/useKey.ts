import type { Call } from '../../call.ts';
import type { KeyUse, UseCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import { currentOf, type Version, versionById } from '../../world/content.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { anyRefusal, notFound } from '../errors/refusals.ts';
import { accessDenied, keyDisabled, keyOperationForbidden } from './keyRefusals.ts';

/** Uses that a disabled key refuses; it still encrypts, verifies and wraps (seen of the service in 2026). */
const CLOSED_WHEN_DISABLED: readonly KeyUse[] = ['decrypt', 'sign', 'unwrapKey', 'release'];

/** `POST /keys/{name}[/{version}]/sign` and its like: KY-01, a key that is not live is used for nothing. */
export function useKey(call: Call<UseCommand>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase !== 'live') {
    return [unchanged(object, notFound('key', call.name), ['KY-01', 'DL-06', 'ER-09', 'ER-02'])];
  }
  const { version } = call.command;
  const meant = version === undefined ? currentOf(object.content) : versionById(object.content, version);
  const outcomes = usesOf(call, object, meant);
  if (version !== undefined && !meant)
    outcomes.push(unchanged(object, notFound('key', call.name), ['ER-09']));
  return outcomes;
}

function usesOf(call: Call<UseCommand>, live: Live, version: Version | undefined): Outcome[] {
  const { use } = call.command;
  const outcomes: Outcome[] = [];
  const isClosed = version?.facts.enabled === false && CLOSED_WHEN_DISABLED.includes(use);
  if (!isClosed) outcomes.push(used(call, live, version));
  if (version?.facts.enabled !== true && CLOSED_WHEN_DISABLED.includes(use)) {
    outcomes.push(unchanged(live, keyDisabled(), ['ER-22', 'ER-02']));
  }
  const operations = version?.facts.key_ops;
  const isForbidden = use !== 'release' && Array.isArray(operations) && !operations.includes(use);
  if (isForbidden || operations === undefined) {
    outcomes.push(unchanged(live, keyOperationForbidden(), ['ER-23', 'ER-02']));
  }
  outcomes.push(...undecided(call, live));
  return isForbidden ? outcomes.filter(({ pattern }) => !pattern.status.includes(200)) : outcomes;
}

function used(call: Call<UseCommand>, live: Live, version: Version | undefined): Outcome {
  const { use } = call.command;
  const rules = ['KY-01', ...(live.content.recoveries > 0 ? (['RC-02'] as const) : [])] as const;
  const id = call.command.version ?? version?.id;
  const object: ObjectPattern = {
    name: call.name,
    version: id === undefined ? { any: true } : { is: id },
    fields: { value: { any: 'string' } },
    relations: [],
  };
  // A verification answers true or false, and a release a token: neither says which version it used.
  const pattern: Pattern =
    use === 'verify' || use === 'release' ? { status: [200] } : { status: [200], object };
  return { pattern, rules, next: () => live };
}

/** What depends on more than the key's life: its dates, the sizes of what is sent, attestation, permissions. */
function undecided(call: Call<UseCommand>, live: Live): Outcome[] {
  if (call.command.use === 'release') return [unchanged(live, accessDenied(), ['ER-11'])];
  if (call.strictness.service) return [];
  return [{ ...unchanged(live, anyRefusal(), ['KY-02']), unspecified: true }];
}

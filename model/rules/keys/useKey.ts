import type { Call } from '../../call.ts';
import type { KeyUse, UseCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import { currentOf, type Version, versionById } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { anyRefusal, notFound } from '../errors/refusals.ts';
import { datesAllow, outOfDate } from './keyDates.ts';
import { accessDenied, keyDisabled, keyOperationForbidden } from './keyRefusals.ts';
import { isWellFormed } from './keyUses.ts';

/** Uses that a disabled key refuses; it still encrypts, verifies and wraps (seen of the service in 2026). */
const CLOSED_WHEN_DISABLED: readonly KeyUse[] = ['decrypt', 'sign', 'unwrapKey', 'release'];

/** `POST /keys/{name}[/{version}]/sign` and its like: KY-01, a key that is not live is used for nothing. */
export function useKey(call: Call<UseCommand>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase !== 'live') {
    const refused = unchanged(object, notFound('key', call.name), ['KY-01', 'DL-06', 'ER-09', 'ER-02']);
    return [refused, ...transitional(call, object)];
  }
  const { version } = call.command;
  const meant = version === undefined ? currentOf(object.content) : versionById(object.content, version);
  const outcomes = usesOf(call, object, meant);
  if (version !== undefined && !meant)
    outcomes.push(unchanged(object, notFound('key', call.name), ['ER-09']));
  return outcomes;
}

function usesOf(call: Call<UseCommand>, live: Live, version: Version | undefined): Outcome[] {
  const facts = version?.facts ?? {};
  const { use } = call.command;
  const refusals: Outcome[] = [];
  const isClosed = CLOSED_WHEN_DISABLED.includes(use);
  if (isClosed && facts.enabled !== true) refusals.push(unchanged(live, keyDisabled(), ['ER-22', 'ER-02']));
  const operations = Array.isArray(facts.key_ops) ? facts.key_ops : undefined;
  const isListed = use === 'release' || operations?.includes(use) === true;
  if (!isListed) refusals.push(unchanged(live, keyOperationForbidden(), ['ER-23', 'ER-02']));
  const isOpen = datesAllow(call, facts);
  if (isOpen !== 'yes') refusals.push(unchanged(live, outOfDate(), ['KY-02', 'ER-02']));
  const mustRefuse =
    (isClosed && facts.enabled === false) || (operations !== undefined && !isListed) || isOpen === 'no';
  const rest = undecided(call, live, facts);
  return mustRefuse ? [...refusals, ...rest] : [used(call, live, version), ...refusals, ...rest];
}

function used(call: Call<UseCommand>, live: Live, version: Version | undefined): Outcome {
  const { use } = call.command;
  const rules = ['KY-07', ...(live.content.recoveries > 0 ? (['RC-02'] as const) : [])] as const;
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

/** What depends on more than the key's life: whether what is sent fits the key, and attestation. */
function undecided(call: Call<UseCommand>, live: Live, facts: Facts): Outcome[] {
  if (call.command.use === 'release') return [unchanged(live, accessDenied(), ['ER-11'])];
  if (call.strictness.service || isWellFormed(call.command, facts)) return [];
  return [{ ...unchanged(live, anyRefusal(), ['ER-02']), unspecified: true }];
}

import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import { UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Live, ObjectState } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { deletionDates } from '../retention/deletionDates.ts';
import { showDeletedVault } from './deletedVaultView.ts';
import { learnVault, vaultFacts } from './vaultContent.ts';
import { showVault } from './vaultFields.ts';
import { deletedVaultNotFound, vaultNotFound } from './vaultRefusals.ts';
import { inGroup, inLocation } from './vaultScope.ts';

/** `GET .../vaults/{name}`. */
export function getVault(call: Call, { object }: World): Outcome[] {
  const isDeleted = object.phase === 'deleted' || object.phase === 'deleting';
  const notFound = unchanged(object, vaultNotFound(call.name), isDeleted ? ['SD-12', 'ER-09'] : ['ER-09']);
  if (object.phase !== 'live' && object.phase !== 'recovering') return [notFound];
  const facts = vaultFacts(object.content);
  const within = inGroup(call, facts);
  if (within === 'no') return [notFound];
  const shown: Outcome = {
    pattern: { status: [200], object: showVault(call, facts) },
    rules: object.content.recoveries > 0 ? ['VT-06', 'SD-03', 'PP-04', 'RT-03'] : ['SD-03', 'PP-04', 'RT-03'],
    next: (answer): Live => ({ phase: 'live', content: learnVault(object.content, facts, answer) }),
  };
  return within === 'unknown' ? [shown, notFound] : [shown];
}

/** `GET .../locations/{location}/deletedVaults/{name}`. */
export function getDeletedVault(call: Call, { object }: World): Outcome[] {
  const notFound = unchanged(object, deletedVaultNotFound(call.name), ['LS-07', 'ER-09']);
  if (object.phase === 'purging')
    return [unchanged(object, stillShown(call), ['PG-06', 'AS-06'], 'while the purge settles'), notFound];
  if (object.phase !== 'deleted' && object.phase !== 'deleting') return [notFound];
  const within = inLocation(call, vaultFacts(object.content));
  const shown: Outcome = {
    pattern: { status: [200], object: showDeletedVault(call, object) },
    rules: [
      ...(object.content.group === undefined ? [] : (['DL-12'] as const)),
      ...(['VT-12', 'PP-10', 'LS-07', 'RT-06', 'RT-09', 'SD-12'] as const),
    ],
    next: (answer): ObjectState => ({
      ...object,
      phase: 'deleted',
      deletion: { ...object.deletion, ...deletionDates(answer?.object?.fields ?? {}) },
    }),
  };
  return within === 'yes' ? [shown] : [shown, notFound];
}

function stillShown(call: Call): Pattern {
  const deleted = { phase: 'deleted', content: UNKNOWN_CONTENT, deletion: {} } as const;
  return { status: [200], object: showDeletedVault(call, deleted) };
}

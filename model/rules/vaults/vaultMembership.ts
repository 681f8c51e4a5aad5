import type { Call } from '../../call.ts';
import type { ListCommand } from '../../command.ts';
import type { Membership } from '../../membership.ts';
import type { Outcome } from '../../outcome.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import { UNKNOWN_CONTENT } from '../../world/content.ts';
import type { Live, ObjectState } from '../../world/objectState.ts';
import { deletionDates } from '../retention/deletionDates.ts';
import { showDeletedVault } from './deletedVaultView.ts';
import { learnVault, vaultFacts } from './vaultContent.ts';
import { showVault } from './vaultFields.ts';
import { inGroup, inSubscription } from './vaultScope.ts';

/** How a list of vaults, or of deleted vaults, shows one name. */
export function vaultMembership(call: Call<ListCommand>, object: ObjectState): Membership {
  return call.command.op === 'list' ? liveMembership(call, object) : deletedMembership(call, object);
}

function liveMembership(call: Call<ListCommand>, object: ObjectState): Membership {
  if (object.phase !== 'live' && object.phase !== 'recovering')
    return { mayBeMissing: true, rules: ['LS-01'] };
  const facts = vaultFacts(object.content);
  const asked = call.command.scope?.resourceGroup;
  const ofSubscription = inSubscription(call, facts) ? 'yes' : 'no';
  const within = asked === undefined ? ofSubscription : inGroup(call, facts);
  if (within === 'no') return { mayBeMissing: true, rules: ['LS-06'] };
  const listed: Outcome = {
    pattern: { status: [200], object: item(showVault(call, facts)) },
    rules: ['LS-06'],
    next: (): Live => ({ phase: 'live', content: object.content }),
  };
  return { listed, mayBeMissing: within === 'unknown', rules: ['LS-06'] };
}

function deletedMembership(call: Call<ListCommand>, object: ObjectState): Membership {
  if (object.phase === 'purging') {
    const rules = ['PG-06', 'AS-06'] as const;
    const gone = { phase: 'deleted', content: UNKNOWN_CONTENT, deletion: {} } as const;
    const pattern = { status: [200], object: showDeletedVault(call, gone) };
    return { listed: { pattern, rules, next: () => object }, mayBeMissing: true, rules };
  }
  if (object.phase !== 'deleted' && object.phase !== 'deleting')
    return { mayBeMissing: true, rules: ['LS-07'] };
  if (!inSubscription(call, vaultFacts(object.content))) return { mayBeMissing: true, rules: ['LS-07'] };
  const listed: Outcome = {
    pattern: { status: [200], object: showDeletedVault(call, object) },
    rules: ['LS-07', 'VT-12', 'PP-10', 'RT-09'],
    next: (answer): ObjectState => ({
      ...object,
      phase: 'deleted',
      content: learnVault(object.content, vaultFacts(object.content), undefined),
      deletion: { ...object.deletion, ...deletionDates(answer?.object?.fields ?? {}) },
    }),
  };
  return { listed, mayBeMissing: false, rules: ['LS-07', 'RT-09'] };
}

/** Items of a list may leave any field out: no document says which of them they show. */
function item(pattern: ObjectPattern): ObjectPattern {
  const fields = Object.entries(pattern.fields).map(
    ([field, allowed]) => [field, { optional: allowed }] as const,
  );
  return { ...pattern, fields: Object.fromEntries(fields) };
}

import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import { DAY } from '../../window.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { RETENTION_DAYS } from '../purgeProtection/recoveryLevel.ts';
import { DELETE_SPAN } from './deletedVaultView.ts';
import { NOTHING_HANGS } from './extensions.ts';
import { vaultFacts } from './vaultContent.ts';
import { vaultNotFound } from './vaultRefusals.ts';
import { inGroup } from './vaultScope.ts';
import { settingsOf } from './vaultSettings.ts';

/** `DELETE .../vaults/{name}`. Recordings: 200 with no body, 177 of 177, and the vault is deleted at once. */
export function deleteVault(call: Call, { object }: World): Outcome[] {
  // DL-10: 204; a group that is gone says 404.
  const nothing = unchanged(object, { status: [204] }, ['DL-10', 'ER-02']);
  const noGroup = unchanged(object, vaultNotFound(call.name), ['DL-10', 'ER-02']);
  if (object.phase !== 'live' && object.phase !== 'recovering') return [nothing, noGroup];
  const facts = vaultFacts(object.content);
  const within = inGroup(call, facts);
  if (within === 'no') return [nothing, noGroup];
  const outcomes = deletions(call, object.content);
  return within === 'unknown' ? [...outcomes, nothing, noGroup] : [...outcomes];
}

/** What the deletion of a live vault makes of it: with soft delete it is deleted, without it is gone. */
export function deletions(call: Call, content: Live['content']): readonly Outcome[] {
  const { enableSoftDelete } = vaultFacts(content);
  const outcomes: Outcome[] = [];
  if (enableSoftDelete !== false) outcomes.push(softDeleted(call, content));
  if (enableSoftDelete !== true) outcomes.push(destroyed(enableSoftDelete === false));
  return outcomes;
}

function softDeleted(call: Call, { group: _before, ...content }: Live['content']): Outcome {
  return {
    pattern: { status: [200] },
    rules: ['DL-09', 'DL-11', 'SD-08', 'PP-07'],
    next: () => ({
      phase: 'deleted',
      content: { ...content, extensions: NOTHING_HANGS },
      deletion: { notBefore: earliestPurge(call, content) },
      since: call.window,
    }),
  };
}

/** RT-06: the vault is kept for its retention at least, from the instant at which its deletion began. */
function earliestPurge(call: Call, content: Live['content']): number {
  const { retentionDays = RETENTION_DAYS.least } = settingsOf(vaultFacts(content));
  return call.window.from - DELETE_SPAN + retentionDays * DAY;
}

/** SD-06: without soft delete, a vault is gone with all that it holds. */
function destroyed(certain: boolean): Outcome {
  return {
    pattern: { status: [200] },
    rules: certain ? ['SD-06', 'DL-11'] : ['DL-11'],
    next: () => ({ phase: 'absent', gone: 'destroyed' }),
  };
}

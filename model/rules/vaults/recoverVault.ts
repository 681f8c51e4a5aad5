import type { Call } from '../../call.ts';
import type { RecoverCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import type { Facts } from '../../world/facts.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { anyRefusal } from '../errors/refusals.ts';
import { learnVault, vaultFacts } from './vaultContent.ts';
import { REGISTERED, showVault } from './vaultFields.ts';
import { groupNotFound, nameTaken, nothingToRecover } from './vaultRefusals.ts';
import { inGroup, isElsewhere, written } from './vaultScope.ts';

/** `PUT .../vaults/{name}` with `createMode: recover`. */
export function recoverVault(call: Call<RecoverCommand>, { object }: World): Outcome[] {
  const nothing = unchanged(object, nothingToRecover(call.strictness), ['VT-05', 'ER-17', 'ER-02']);
  switch (object.phase) {
    case 'absent':
      return [nothing];
    case 'purging':
      return [
        nothing,
        unchanged(object, nameTaken(), ['AS-06', 'ER-15', 'ER-02'], 'while the purge settles'),
      ];
    case 'live':
    case 'recovering': {
      // OQ-15: no source tells what it does to an active vault, but that nothing is lost by it.
      const facts = comeBack(vaultFacts(object.content));
      const kept = { ...recovered(call, object, facts), unspecified: true };
      return [kept, { ...unchanged(object, anyRefusal(), ['ER-02']), unspecified: true }];
    }
    case 'deleted':
    case 'deleting': {
      const before = vaultFacts(object.content);
      const isAway = inGroup(call, before) === 'no' || isElsewhere(call.command.input, before);
      if (isAway) return [unchanged(object, anyRefusal(), ['VT-08', 'ER-02'])];
      if (object.content.group === 'gone') return [unchanged(object, groupNotFound(), ['VT-09', 'ER-02'])];
      return [recovered(call, object, comeBack(before))];
    }
  }
}

const RECOVERED: readonly RuleId[] = ['VT-04', 'VT-06', 'RC-04'];

function recovered(
  call: Call,
  object: Extract<World['object'], { content: unknown }>,
  facts: Facts,
): Outcome {
  return {
    pattern: { status: written(call), object: showVault(call, facts) },
    rules: object.content.group === 'back' ? [...RECOVERED, 'DL-12'] : RECOVERED,
    next: (answer): Live => ({
      phase: 'live',
      content: {
        ...learnVault(object.content, facts, answer),
        recoveries: object.content.recoveries + 1,
      },
    }),
  };
}

/**
 * Recordings: the tags become those of the PUT, while all else is as it was (VT-06); either is a recovery. The vault is
 * registered at once (12 of 12).
 */
function comeBack({ tags: _replaced, ...facts }: Facts): Facts {
  return { ...facts, provisioningState: REGISTERED };
}

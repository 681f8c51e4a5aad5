import type { Call } from '../../call.ts';
import type { UpdateCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Facts } from '../../world/facts.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { changed } from './changedSettings.ts';
import { irrevocable } from './irrevocable.ts';
import { legible, withPolicies } from './sentPolicies.ts';
import { learnVault, vaultFacts } from './vaultContent.ts';
import { showVault, VAULT_FIELDS } from './vaultFields.ts';
import { vaultNotFound } from './vaultRefusals.ts';
import { changeRefusals } from './vaultRequest.ts';
import { inGroup, written } from './vaultScope.ts';

/** `PATCH .../vaults/{name}`: changes what it names, and nothing else. */
export function patchVault(call: Call<UpdateCommand>, { object }: World): Outcome[] {
  const notFound = unchanged(object, vaultNotFound(call.name), ['LS-01', 'ER-09', 'ER-02']);
  if (object.phase !== 'live' && object.phase !== 'recovering') return [notFound];
  const before = vaultFacts(object.content);
  const within = inGroup(call, before);
  if (within === 'no') return [notFound];
  const { refusals, certain } = changeRefusals(call, object, before);
  const facts = afterPatch(call, before);
  const patched: Outcome = {
    pattern: { status: written(call), object: withPolicies(call, showVault(call, facts)) },
    rules: ['VT-02', ...changed(before, facts)],
    next: (answer): Live => ({ phase: 'live', content: learnVault(object.content, facts, answer) }),
  };
  return [...refusals, ...(certain ? [] : [patched]), ...(within === 'unknown' ? [notFound] : [])];
}

function afterPatch(call: Call<UpdateCommand>, before: Facts): Facts {
  const { input } = call.command;
  if (input === 'unrecorded') {
    const identity = only(before, 'resourceGroup', 'location', 'tenantId');
    return { ...identity, ...irrevocable(before) };
  }
  const sent = Object.fromEntries(Object.entries(input).filter(([field]) => VAULT_FIELDS.includes(field)));
  const { accessPolicies: _replaced, ...rest } = before;
  const facts: Facts = { ...(input.accessPolicies === undefined ? before : rest), ...legible(call, sent) };
  if (input.enableSoftDelete !== false) return facts;
  // SD-03, SD-04: refused or taken as true.
  return { ...facts, ...(before.enableSoftDelete === true && { enableSoftDelete: true }) };
}

function only(facts: Facts, ...fields: readonly string[]): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => fields.includes(field)));
}

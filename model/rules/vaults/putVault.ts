import type { Call } from '../../call.ts';
import type { Input, SetCommand } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import type { Facts } from '../../world/facts.ts';
import type { Deleted, Live, ObjectState } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { changed } from './changedSettings.ts';
import { irrevocable } from './irrevocable.ts';
import { legible, withPolicies } from './sentPolicies.ts';
import { learnVault, vaultFacts } from './vaultContent.ts';
import { KEPT, REGISTERED, REPLACED, showVault } from './vaultFields.ts';
import { groupNotFound, locatedElsewhere, nameTaken } from './vaultRefusals.ts';
import { changeRefusals } from './vaultRequest.ts';
import { inGroup, isElsewhere, written } from './vaultScope.ts';

/** `PUT .../vaults/{name}` without `createMode: recover`: makes a vault, or replaces what is set of one. */
export function putVault(call: Call<SetCommand>, { object }: World): Outcome[] {
  switch (object.phase) {
    case 'live':
    case 'recovering':
      return putLive(call, object);
    case 'deleted':
    case 'deleting':
      return putDeleted(call, object);
    case 'purging':
      return [unchanged(object, nameTaken(), ['NR-05', 'AS-06', 'ER-15'], 'while the purge settles')];
    case 'absent':
      return putNew(call, object);
  }
}

function putNew(call: Call<SetCommand>, object: ObjectState): Outcome[] {
  const { refusals, certain } = changeRefusals(call, object, undefined);
  const facts = afterPut(call.command.input, call, undefined);
  const outcomes = certain ? [...refusals] : [...refusals, ...madeAsAsked(call, object, facts)];
  // NR-06: in a recording the name may be another's.
  return call.strictness.service
    ? [...outcomes, unchanged(object, nameTaken(), ['NR-06', 'ER-14'])]
    : outcomes;
}

const PM_03 = ['PM-03'] as const;

/** PM-03: whether roles open a new vault of which nothing is said; undefined where the call does not tell its version. */
function usualModel({ command, strictness }: Call): true | null | undefined {
  const input = 'input' in command ? command.input : undefined;
  const isSilent = input !== 'unrecorded' && input?.enableRbacAuthorization === undefined;
  if (strictness.service || !isSilent || typeof command.apiVersion !== 'string') return undefined;
  return command.apiVersion >= '2026-02-01' ? true : null;
}

/** X11: a vault that is asked for without soft delete has it all the same, or really has none. */
function madeAsAsked(call: Call<SetCommand>, object: ObjectState, facts: Facts): readonly Outcome[] {
  const { input } = call.command;
  if (call.strictness.service || input === 'unrecorded' || input.enableSoftDelete !== false) {
    return [made(call, object, facts)];
  }
  const coerced = made(call, object, { ...facts, enableSoftDelete: true });
  const optedOut = made(call, object, { ...facts, enableSoftDelete: false });
  return [
    { ...coerced, rules: [...coerced.rules, 'SD-05'] },
    { ...optedOut, when: 'where vaults can still be made without soft delete (X11)' },
  ];
}

function made(call: Call, object: ObjectState, facts: Facts): Outcome {
  const again: readonly RuleId[] = object.phase === 'absent' && object.gone ? ['NR-03', 'NR-07'] : [];
  const model = usualModel(call);
  const told = model === undefined ? facts : { ...facts, enableRbacAuthorization: model };
  return {
    ...put(call, object, told),
    rules: ['VT-02', 'VT-01', 'SD-01', 'PP-01', 'RT-01', ...again, ...(model === undefined ? [] : PM_03)],
  };
}

function putLive(call: Call<SetCommand>, live: Extract<ObjectState, { content: unknown }>): Outcome[] {
  const before = vaultFacts(live.content);
  const within = inGroup(call, before);
  const outcomes: Outcome[] = [];
  if (within === 'yes' && isElsewhere(call.command.input, before)) {
    return [unchanged(live, locatedElsewhere(), ['NR-06', 'ER-14', 'ER-02'])];
  }
  if (within !== 'no') {
    const { refusals, certain } = changeRefusals(call, live, before);
    const facts = afterPut(call.command.input, call, before);
    outcomes.push(...refusals);
    if (!certain) outcomes.push({ ...put(call, live, facts), rules: ['VT-02', ...changed(before, facts)] });
  }
  if (within !== 'yes') outcomes.push(unchanged(live, nameTaken(), ['NR-06', 'ER-14', 'ER-02']));
  return outcomes;
}

/** X21: a deleted vault blocks its name, or comes back; it is never replaced by a new one. */
function putDeleted(
  call: Call<SetCommand>,
  object: Deleted | Extract<ObjectState, { phase: 'deleting' }>,
): Outcome[] {
  const before = vaultFacts(object.content);
  const conflict = unchanged(object, nameTaken(), ['VT-03', 'NR-05', 'ER-15', 'ER-02']);
  if (inGroup(call, before) === 'no' || isElsewhere(call.command.input, before)) return [conflict];
  // Recordings: it comes back registered, where a new vault would have to be registered first (five of five).
  const facts = { ...afterPut(call.command.input, call, before), provisioningState: REGISTERED };
  const back: Outcome = {
    ...put(call, object, facts),
    rules: ['VT-03'],
    when: 'where a deleted vault comes back by a plain PUT (X21)',
  };
  const { refusals, certain } = changeRefusals(call, object, before);
  if (object.content.group === 'gone') {
    return [conflict, ...refusals, unchanged(object, groupNotFound(), ['VT-09', 'ER-02'])];
  }
  return certain ? [conflict, ...refusals] : [conflict, ...refusals, back];
}

function put(call: Call, object: ObjectState, facts: Facts): Omit<Outcome, 'rules'> {
  const content = 'content' in object ? object.content : undefined;
  return {
    pattern: {
      status: written(call),
      object: withPolicies(call, withDefaults(call, object, showVault(call, facts))),
    },
    next: (answer): Live => ({ phase: 'live', content: learnVault(content ?? NEW, facts, answer) }),
  };
}

/**
 * SD-01: a vault that is made without a word on soft delete has it, or does not say. Recordings: never `false`, nor
 * where nobody knows whether the vault was there before (501 of 501).
 */
function withDefaults(
  { command, strictness }: Call,
  object: ObjectState,
  shown: ObjectPattern,
): ObjectPattern {
  const input = 'input' in command ? command.input : undefined;
  const isSilent = input !== 'unrecorded' && input?.enableSoftDelete === undefined;
  const isNew = object.phase === 'absent';
  const mayBeNew = 'content' in object && vaultFacts(object.content).enableSoftDelete === undefined;
  if (!isSilent || !(isNew || (strictness.service && mayBeNew))) return shown;
  return { ...shown, fields: { ...shown.fields, enableSoftDelete: { optional: { is: true } } } };
}

const NEW = { versions: [], complete: true, currentKnown: true, recoveries: 0 } as const;

/** What a vault is after a PUT, as far as the request and what it was before tell. */
function afterPut(input: Input, call: Call, before: Facts | undefined): Facts {
  const { subscription, resourceGroup: group } = call.command.scope ?? {};
  const isTold = subscription !== undefined && !call.strictness.service;
  const facts: Record<string, Facts[string]> = {
    ...(group !== undefined && { resourceGroup: group }),
    ...(isTold && { subscription: subscription.toLowerCase() }),
  };
  if (input === 'unrecorded') return { ...facts, ...irrevocable(before) };
  for (const field of REPLACED) {
    const sent = input[field] ?? DEFAULTS[field];
    if (sent !== undefined) facts[field] = sent;
  }
  return withSoftDelete({ ...legible(call, facts), ...kept(before), ...sentSettings(input) }, input, before);
}

/** SD-03 to SD-05: soft delete is never turned off; a vault made without it may be given it all the same (X11). */
function withSoftDelete(facts: Facts, input: Fields, before: Facts | undefined): Facts {
  if (input.enableSoftDelete !== false) return facts;
  const { enableSoftDelete: _sent, ...rest } = facts;
  return before?.enableSoftDelete === true ? { ...rest, enableSoftDelete: true } : rest;
}

/** What a PUT means where it leaves a field out; the service's choice is not known of the others. */
const DEFAULTS: Facts = {
  tags: {},
  enabledForDeployment: false,
  enabledForDiskEncryption: null,
  enabledForTemplateDeployment: null,
};

function kept(before: Facts | undefined): Facts {
  if (!before) return { softDeleteRetentionInDays: null, enablePurgeProtection: null };
  return Object.fromEntries(
    [...KEPT, 'provisioningState'].flatMap((field) =>
      before[field] === undefined ? [] : [[field, before[field]]],
    ),
  );
}

function sentSettings(input: Fields): Facts {
  return Object.fromEntries(
    KEPT.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}

import { invalidProperty } from '../../errors/invalidProperty.ts';
import { given, isString, type Json, section } from '../../objects/objectBody.ts';
import { readDuration } from './duration.ts';

/** What the service does at an instant in the life of a version. */
export interface LifetimeAction {
  /** Exactly one of the two; durations of ISO 8601, in days, months or years. */
  readonly trigger: { readonly timeAfterCreate?: string; readonly timeBeforeExpiry?: string };
  readonly action: { readonly type: 'Rotate' | 'Notify' };
}

/** How a key is renewed. Times are Unix seconds. */
export interface RotationPolicy {
  readonly lifetimeActions: readonly LifetimeAction[];
  /** How long a version made by rotation is valid: a duration of ISO 8601, at least 28 days. */
  readonly expiryTime: string | undefined;
  readonly created: number;
  readonly updated: number;
}

/** What is done where nobody said: a notice before the key expires. */
export const USUAL_ACTION: LifetimeAction = {
  trigger: { timeBeforeExpiry: 'P30D' },
  action: { type: 'Notify' },
};

const SHORTEST_LIFE_DAYS = 28;

/** The policy in a body; the usual notice is added where the body has none. Throws a 400 for what the service would not take. */
export function readRotationPolicy(body: Json, now: number): RotationPolicy {
  const actions = readActions(body.lifetimeActions);
  const expiryTime = given(section(body.attributes).expiryTime, isString);
  if (expiryTime !== undefined && daysOf(expiryTime) < SHORTEST_LIFE_DAYS) throw invalidProperty();
  const notifies = actions.some(({ action }) => action.type === 'Notify');
  return {
    lifetimeActions: notifies ? actions : [...actions, USUAL_ACTION],
    expiryTime,
    created: now,
    updated: now,
  };
}

function readActions(value: unknown): LifetimeAction[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw invalidProperty();
  const actions = value.map(readAction);
  if (new Set(actions.map(({ action }) => action.type)).size < actions.length) throw invalidProperty();
  return actions;
}

function readAction(value: unknown): LifetimeAction {
  const { trigger, action } = section(value);
  const { timeAfterCreate, timeBeforeExpiry } = section(trigger);
  const after = given(timeAfterCreate, isString);
  const before = given(timeBeforeExpiry, isString);
  const type = given(section(action).type, isString)?.toLowerCase();
  if ((after === undefined) === (before === undefined)) throw invalidProperty();
  daysOf(after ?? before ?? '');
  if (type !== 'rotate' && type !== 'notify') throw invalidProperty();
  return {
    trigger: {
      ...(after !== undefined && { timeAfterCreate: after }),
      ...(before !== undefined && { timeBeforeExpiry: before }),
    },
    action: { type: type === 'rotate' ? 'Rotate' : 'Notify' },
  };
}

/** A month counts thirty days here: it only matters whether the time is long enough. */
function daysOf(text: string): number {
  const duration = readDuration(text);
  if (duration === undefined) throw invalidProperty();
  return duration.months * 30 + duration.days;
}

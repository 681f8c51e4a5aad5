import type { Call } from '../../call.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import type { World } from '../../world/world.ts';
import type { Access } from './access.ts';
import { accessOf } from './accessOf.ts';
import { permissionRefusal, refusalOf, unauthorized } from './permissionRefusal.ts';

/**
 * What is allowed of the outcomes that a call has for a caller who may do everything, when its caller is taken into
 * account. The order of the checks: the token, then the permission (both before purge protection, by ER-03 and a public
 * report), then the object. That the object is looked at before the permission is accepted as another reading (OQ-10).
 */
export function admitted(call: Call, world: World, outcomes: readonly Outcome[]): readonly Outcome[] {
  const access = accessOf(call, world.settings);
  switch (access?.grant) {
    case 'granted':
      return outcomes.map((outcome) => ({ ...outcome, permits: access.rules }));
    case 'denied':
      return denied(call, refused(call, world, access), outcomes.filter(isAboutObject));
    case 'not let in':
      return [refused(call, world, access)];
    case 'unknown':
      return [...outcomes, refused(call, world, access)];
    default:
      return call.strictness.service ? [...outcomes, unknownCaller(call, world)] : outcomes;
  }
}

/** OQ-10: the caller is refused for what it may not, or else for what is not there. */
function denied({ command }: Call, refusal: Outcome, aboutObject: readonly Outcome[]): readonly Outcome[] {
  if (aboutObject.length === 0) return [refusal];
  // The question is about the data plane; what Azure Resource Manager does first tells nothing of it.
  if (command.kind === 'vault') return [refusal, ...aboutObject];
  const objectFirst = aboutObject.map(
    (outcome): Outcome => ({ ...outcome, reading: ['OQ-10', 'object-first'] }),
  );
  return [{ ...refusal, reading: ['OQ-10', 'permission-first'] }, ...objectFirst];
}

/** The refusal of a caller; nothing changes by it. */
function refused({ caller, command }: Call, { object, settings }: World, access: Access): Outcome {
  const who = { because: access.who, refusesCaller: true } as const;
  if (access.grant === 'not let in')
    return { ...unchanged(object, unauthorized(), [...access.rules, ...ALWAYS]), ...who };
  if (command.kind === 'vault')
    return { ...unchanged(object, permissionRefusal('vault'), [...access.rules, ...ALWAYS]), ...who };
  const isKnown = typeof caller === 'object';
  const pattern = isKnown ? refusalOf(caller, settings.permissionModel) : permissionRefusal(command.kind);
  const rules: readonly RuleId[] = access.grant === 'denied' ? access.rules : ['PM-01'];
  return { ...unchanged(object, pattern, [...rules, 'ER-11', ...ALWAYS]), ...who };
}

const ALWAYS: readonly RuleId[] = ['ER-02'];

/** Nobody knows which permissions the caller in a recording had. */
function unknownCaller({ command }: Call, { object }: World): Outcome {
  return unchanged(object, permissionRefusal(command.kind), ['ER-11', 'PM-01', 'ER-02']);
}

/** OQ-10: a refusal for what is asked, not for who asks. */
function isAboutObject({ pattern }: Outcome): boolean {
  return pattern.status.every((status) => status >= 400) && !pattern.status.every((status) => status === 403);
}

import type { Call } from './call.ts';
import type { Command, SetCommand, UpdateCommand } from './command.ts';
import { type Outcome, unchanged } from './outcome.ts';
import { backupObject } from './rules/backup/backupObject.ts';
import { restoreObject } from './rules/backup/restoreObject.ts';
import { certificateOperation } from './rules/certificates/certificateOperation.ts';
import { certificatePolicy } from './rules/certificates/certificatePolicy.ts';
import { createCertificate } from './rules/certificates/createCertificate.ts';
import { importCertificate, mergeCertificate } from './rules/certificates/importCertificate.ts';
import { deleteObject } from './rules/deletion/deleteObject.ts';
import { keyRequestRefusals } from './rules/keys/keyRequest.ts';
import { rotateKey } from './rules/keys/rotateKey.ts';
import { rotationPolicy } from './rules/keys/rotationPolicy.ts';
import { useKey } from './rules/keys/useKey.ts';
import { invalidity } from './rules/limits/invalidRequest.ts';
import { wrongRequest } from './rules/limits/wrongRequest.ts';
import { emptyValueFirst } from './rules/nameReuse/emptyValue.ts';
import { newVersion } from './rules/nameReuse/newVersion.ts';
import { admitted } from './rules/permissions/admission.ts';
import { purgeObject } from './rules/purge/purgeObject.ts';
import { recoverObject } from './rules/recovery/recoverObject.ts';
import { vaultOutcomes } from './rules/vaults/vaultOutcomes.ts';
import { getDeleted } from './rules/visibility/getDeleted.ts';
import { getObject } from './rules/visibility/getObject.ts';
import { listVersions } from './rules/visibility/listVersions.ts';
import { updateObject } from './rules/visibility/updateObject.ts';
import type { World } from './world/world.ts';

/**
 * All outcomes that the rules allow for a call about one name in a world: each a pattern of answers, the world it
 * leads to, and the rules that allow it. Deterministic and total. Lists of a whole vault are judged name by name, by
 * `membership`; hidden steps (settling, expiry) are taken before the call, by `hiddenSteps`.
 */
export function step(call: Call, world: World): readonly Outcome[] {
  const allowed = admitted(call, world, allowedOutcomes(call, world));
  return call.isRespelled ? allowed.map(respelled) : allowed;
}

/** NR-04: names are compared without regard to case, so a call in other letters is judged as one in the same. */
function respelled(outcome: Outcome): Outcome {
  return { ...outcome, rules: ['NR-04', ...outcome.rules] };
}

function allowedOutcomes(call: Call, world: World): readonly Outcome[] {
  const invalid = invalidity(call);
  if (!invalid) return [...outcomes(call, world), ...wrongRequest(call, world)];
  const { because } = invalid;
  const refusals = invalid.patterns.map((pattern) => ({
    ...unchanged(world.object, pattern, [...invalid.rules, 'ER-02']),
    because,
  }));
  if (invalid.unspecified)
    return [...refusals.map(undecided), ...outcomes(call, world), ...wrongRequest(call, world)];
  // No source tells whether the request or the object is looked at first: the object's own refusals stay allowed.
  const others = outcomes(call, world).filter(({ pattern }) =>
    pattern.status.every((status) => status >= 400),
  );
  return [...refusals, ...others];
}

function outcomes(call: Call, world: World): readonly Outcome[] {
  if (call.command.kind === 'vault') return vaultOutcomes(call, world);
  switch (call.command.op) {
    case 'set':
    case 'create':
    case 'import':
      return makeVersion(withCommand(call, call.command), world);
    case 'merge':
      return mergeCertificate(withCommand(call, call.command), world);
    case 'getOperation':
    case 'updateOperation':
    case 'deleteOperation':
      return certificateOperation(call, world);
    case 'getPolicy':
    case 'updatePolicy':
      return certificatePolicy(call, world);
    case 'getRotationPolicy':
    case 'updateRotationPolicy':
      return rotationPolicy(call, world);
    case 'rotate':
      return rotateKey(call, world);
    case 'use':
      return useKey(withCommand(call, call.command), world);
    case 'get':
      return getObject(withCommand(call, call.command), world);
    case 'update':
      return changeVersion(withCommand(call, call.command), world);
    case 'delete':
      return deleteObject(withCommand(call, call.command), world);
    case 'restore':
      return restoreObject(withCommand(call, call.command), world);
    case 'listVersions':
      return listVersions(withCommand(call, call.command), world);
    case 'getDeleted':
      return getDeleted(call, world);
    case 'recover':
      return recoverObject(call, world);
    case 'purge':
      return purgeObject(call, world);
    case 'backup':
      return backupObject(call, world);
    default:
      throw new RangeError(`no object has ${call.command.op}`);
  }
}

function undecided(outcome: Outcome): Outcome {
  return { ...outcome, unspecified: true };
}

function changeVersion(call: Call<UpdateCommand>, world: World): readonly Outcome[] {
  return [...updateObject(call, world), ...keyRequestRefusals(call, world.object)];
}

function makeVersion(call: Call<SetCommand>, world: World): readonly Outcome[] {
  if (call.command.kind !== 'certificate') {
    return [
      ...newVersion(call, world),
      ...emptyValueFirst(call, world.object),
      ...keyRequestRefusals(call, world.object),
    ];
  }
  return call.command.op === 'create' ? createCertificate(call, world) : importCertificate(call, world);
}

function withCommand<C extends Command>(call: Call, command: C): Call<C> {
  return { ...call, command };
}

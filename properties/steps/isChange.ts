import { isCall, isVaultCall, type Step } from './step.ts';

const CHANGES: readonly string[] = [
  'set',
  'update',
  'delete',
  'recover',
  'purge',
  'restore',
  'create',
  'import',
  'rotate',
  'merge',
  'updatePolicy',
  'updateOperation',
  'deleteOperation',
  'updateRotationPolicy',
  'updateAccessPolicy',
  'putExtension',
  'createGroup',
  'deleteGroup',
];

/** Whether a step asks for a change; looks, backups and the passing of time do not. */
export function isChange(step: Step): boolean {
  if (isVaultCall(step)) return CHANGES.includes(step.vault);
  return isCall(step) && CHANGES.includes(step.call);
}

import type { Command, ObjectKind } from '../../model/command.ts';
import { signedElsewhere } from './samples/signedElsewhere.ts';
import type { SequenceContext } from './sequenceContext.ts';
import type { Spelling } from './spelling.ts';
import {
  type CallStep,
  isVaultCall,
  type UpdateStep,
  type UseStep,
  type VersionedStep,
  type VersionRef,
} from './step.ts';
import { vaultCommand } from './vaults/vaultCommand.ts';
import type { VaultStep } from './vaults/vaultStep.ts';

/** A version id that no target gives by chance. */
const NONE_SUCH = '00000000000000000000000000000bad';

/** Something that is no backup of anything. */
const MALFORMED_BLOB = 'bm90IGEgYmFja3Vw';

/** The command that a step is in a sequence; undefined when it refers to something that there is not. */
export function concretise(step: CallStep | VaultStep, context: SequenceContext): Command | undefined {
  if (isVaultCall(step)) return aboutVault(step, context);
  if (step.within !== undefined && !context.vaults.has(step.within)) return undefined;
  const call: Base = {
    vault: step.within === undefined ? context.vault.token : nameOf(context, step.within).toLowerCase(),
    kind: step.kind ?? context.kind,
    ...(step.principal !== undefined && { principal: step.principal }),
    ...(step.apiVersion !== undefined && { apiVersion: step.apiVersion }),
  };
  const name = spell(nameOf(context, step.slot), step.spelling);
  switch (step.call) {
    case 'set':
    case 'create':
    case 'import':
      return { op: step.call, ...call, name, input: step.input, ...(step.broken && { broken: step.broken }) };
    case 'updatePolicy':
    case 'updateOperation':
    case 'updateRotationPolicy':
      return { op: step.call, ...call, name, input: step.input };
    case 'merge':
      return merge(call, name, step.signed, context.requests[step.slot]);
    case 'restore':
      return restore(call, step.blob, context.blobs[step.slot]?.get(call.kind) ?? []);
    case 'list':
    case 'listDeleted':
      return {
        op: step.call,
        ...call,
        ...(step.pageSize !== undefined && { maxResults: step.pageSize }),
        ...(step.includePending !== undefined && { includePending: step.includePending }),
      };
    case 'listVersions':
      return {
        op: step.call,
        ...call,
        name,
        ...(step.pageSize !== undefined && { maxResults: step.pageSize }),
      };
    case 'get':
    case 'delete':
    case 'update':
    case 'use':
      return versioned(call, name, step, context.versions[step.slot] ?? []);
    default:
      return { op: step.call, ...call, name };
  }
}

interface Base {
  readonly vault: string;
  readonly kind: ObjectKind;
  readonly principal?: string;
  readonly apiVersion?: string | null;
}

function nameOf({ names }: SequenceContext, slot: number): string {
  return names[slot] ?? '';
}

function aboutVault(step: VaultStep, context: SequenceContext): Command | undefined {
  const { management } = context.vault;
  const name = spell(nameOf(context, step.slot), step.spelling);
  return management && vaultCommand(step, management, name, context.operations[step.slot]);
}

type Versioned = UpdateStep | VersionedStep | UseStep;

function versioned(
  call: Base,
  name: string,
  step: Versioned,
  versions: readonly string[],
): Command | undefined {
  const version = versionOf(step.version, versions);
  if (version === 'missing') return undefined;
  if (step.call === 'use') return { op: 'use', ...call, name, ...version, use: step.use, input: step.input };
  if (step.call === 'update') return { op: 'update', ...call, name, ...version, input: step.input };
  return { op: step.call, ...call, name, ...version };
}

/** A certificate for the request that an operation showed last. */
function merge(
  call: Base,
  name: string,
  signed: 'as asked' | 'for another key',
  request: string | undefined,
): Command | undefined {
  if (signed === 'as asked' && request === undefined) return undefined;
  const certificate = signedElsewhere(signed === 'as asked' ? request : undefined);
  return { op: 'merge', ...call, name, input: { x5c: [certificate] } };
}

function restore(
  call: Base,
  which: 'first' | 'last' | 'malformed',
  blobs: readonly string[],
): Command | undefined {
  if (which === 'malformed') return { op: 'restore', ...call, blob: MALFORMED_BLOB, malformed: true };
  const blob = which === 'first' ? blobs[0] : blobs.at(-1);
  return blob === undefined ? undefined : { op: 'restore', ...call, blob };
}

function versionOf(
  ref: VersionRef | undefined,
  versions: readonly string[],
): { version?: string } | 'missing' {
  if (ref === undefined) return {};
  if (ref === 'none-such') return { version: NONE_SUCH };
  const version = ref === 'first' ? versions[0] : versions.at(-1);
  return version === undefined ? 'missing' : { version };
}

function spell(name: string, spelling: Spelling | undefined): string {
  if (spelling === undefined) return name;
  return name.toUpperCase() === name ? name.toLowerCase() : name.toUpperCase();
}

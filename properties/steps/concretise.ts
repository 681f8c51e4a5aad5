import type { Command } from '../../model/command.ts';
import type { SequenceContext } from './sequenceContext.ts';
import type { CallStep, Spelling, VersionRef } from './step.ts';

/** A version id that no target gives by chance. */
const NONE_SUCH = '00000000000000000000000000000bad';

/** Something that is no backup of anything. */
const MALFORMED_BLOB = 'bm90IGEgYmFja3Vw';

/** The command that a step is in a sequence; undefined when it refers to something that there is not. */
export function concretise(step: CallStep, context: SequenceContext): Command | undefined {
  const call = {
    vault: context.vault.token,
    kind: 'secret' as const,
    ...(step.apiVersion !== undefined && { apiVersion: step.apiVersion }),
  };
  const name = spell(context.names[step.slot] ?? '', step.spelling);
  switch (step.call) {
    case 'set':
      return { op: 'set', ...call, name, input: step.input, ...(step.broken && { broken: step.broken }) };
    case 'restore':
      return restore(call, step.blob, context.blobs[step.slot] ?? []);
    case 'list':
    case 'listDeleted':
      return { op: step.call, ...call, ...(step.pageSize !== undefined && { maxResults: step.pageSize }) };
    case 'listVersions':
      return {
        op: step.call,
        ...call,
        name,
        ...(step.pageSize !== undefined && { maxResults: step.pageSize }),
      };
    case 'get':
    case 'delete':
    case 'update': {
      const version = versionOf(step.version, context.versions[step.slot] ?? []);
      if (version === 'missing') return undefined;
      if (step.call === 'update') return { op: 'update', ...call, name, ...version, input: step.input };
      return { op: step.call, ...call, name, ...version };
    }
    default:
      return { op: step.call, ...call, name };
  }
}

type Base = { readonly vault: string; readonly kind: 'secret'; readonly apiVersion?: string | null };

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

import type { ObjectKind } from '../../model/command.ts';

/** The kinds that have versions and are deleted softly, where a target has all three. */
export const VERSIONED_KINDS: readonly ObjectKind[] = ['secret', 'key', 'certificate'];

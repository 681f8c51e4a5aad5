import { currentOf } from '../../model/world/content.ts';
import type { ObjectState } from '../../model/world/objectState.ts';
import type { Known } from '../sequences/sequenceView.ts';

/**
 * The class that the states of a name belong to: coverage is counted by it. Two names of one class are alike in all
 * that the rules look at: where they are in their life, one or several versions, disabled or not, recovered before or
 * not, backed up or not, how the last object of the name went.
 */
export interface StateClass {
  /** The class in words, unique: `deleted (versions, recovered)`. */
  readonly key: string;
  /** Where the name may be in its life, without the rest: `deleted`, `absent, purged`. */
  readonly phase: string;
  /** Where it is when all has settled that is under way: `deleted` for what is being deleted. */
  readonly goal: string;
  /** Whether a version or a backup of the name is known that steps can refer to. */
  readonly offers: { readonly version: boolean; readonly backup: boolean };
}

/** The class of a name that is in one of these states. */
export function stateClass(objects: readonly ObjectState[], known: Known): StateClass {
  const offers = { version: known.versions > 0, backup: known.backups > 0 };
  const phase = joined(objects.map(phaseOf));
  const goal = joined(objects.map(goalOf));
  const key = joined(objects.map((object) => withMarks(phaseOf(object), marksOf(object))));
  return { key: offers.backup ? `${key}, backed up` : key, phase, goal, offers };
}

function joined(words: readonly string[]): string {
  return [...new Set(words)].sort().join(' or ');
}

function phaseOf(object: ObjectState): string {
  if (object.phase !== 'absent' || !object.gone) return object.phase;
  return `absent, ${object.gone}`;
}

function goalOf(object: ObjectState): string {
  switch (object.phase) {
    case 'deleting':
      return 'deleted';
    case 'recovering':
      return 'live again';
    case 'purging':
      return 'absent, purged';
    case 'live':
      return object.content.recoveries > 0 ? 'live again' : 'live';
    default:
      return phaseOf(object);
  }
}

function withMarks(phase: string, marks: readonly string[]): string {
  return marks.length > 0 ? `${phase} (${marks.join(', ')})` : phase;
}

function marksOf(object: ObjectState): readonly string[] {
  if (!('content' in object)) return [];
  const { content } = object;
  const marks: string[] = [];
  if (content.versions.length > 1) marks.push('versions');
  if (currentOf(content)?.facts.enabled === false) marks.push('disabled');
  if (content.recoveries > 0) marks.push('recovered');
  const operation = content.certificate?.operation;
  if (typeof operation === 'object') marks.push(`operation ${operation.status}`);
  if (operation === 'none') marks.push('no operation');
  return marks;
}

import type { Call } from '../../call.ts';
import type { GetExtensionCommand, PutExtensionCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import type { Content } from '../../world/content.ts';
import type { World } from '../../world/world.ts';
import { anyRefusal } from '../errors/refusals.ts';
import { vaultFacts } from './vaultContent.ts';
import { inGroup } from './vaultScope.ts';

/** VT-07: what hangs on a vault that is deleted, and after it is recovered. */
export const NOTHING_HANGS: NonNullable<Content['extensions']> = { there: [], complete: true };

type ExtensionCommand = PutExtensionCommand | GetExtensionCommand;

/** `PUT` of a role assignment or an event subscription at a vault. What is refused of them no source of vaults tells. */
export function putExtension(call: Call<PutExtensionCommand>, { object }: World): Outcome[] {
  const refused = { ...unchanged(object, anyRefusal(), ['ER-02']), unspecified: true };
  const accepted = { pattern: { status: [200, 201] }, rules: [] };
  if (!isHere(call, object)) {
    // Nothing is known any more of what hangs on a vault that is not there.
    const next = (): World['object'] => forgotten(object);
    return [refused, { ...accepted, next, unspecified: true }];
  }
  const { extensions = { there: [], complete: false } } = object.content;
  const key = keyOf(call.command);
  const there = [...extensions.there.filter((other) => other !== key), key];
  const content = { ...object.content, extensions: { ...extensions, there } };
  return [{ ...accepted, next: () => ({ ...object, content }) }, refused];
}

/** `GET` of a role assignment or an event subscription at a vault. */
export function getExtension(call: Call<GetExtensionCommand>, { object }: World): Outcome[] {
  const shown = unchanged(object, { status: [200] }, ['ER-09']);
  const extensions = 'content' in object ? object.content.extensions : undefined;
  if (!isHere(call, object)) {
    // What hangs where there is no vault no source tells; what hung on one that is deleted is gone.
    const isGone = object.phase === 'deleted' && extensions?.complete === true;
    const notFound = unchanged(object, NOT_FOUND, isGone ? GONE : ['ER-09']);
    return isGone ? [notFound] : [notFound, { ...shown, unspecified: true }];
  }
  if (extensions?.there.includes(keyOf(call.command))) return [shown];
  // All that hangs on a vault is known only since it was deleted.
  return extensions?.complete
    ? [unchanged(object, NOT_FOUND, GONE)]
    : [unchanged(object, NOT_FOUND, ['ER-09']), shown];
}

const GONE: readonly RuleId[] = ['VT-07'];

/** Each sort of extension has a code of its own. */
const NOT_FOUND: Pattern = { status: [404], refusal: {} };

function isHere(call: Call, object: World['object']): object is Extract<World['object'], { phase: 'live' }> {
  return object.phase === 'live' && inGroup(call, vaultFacts(object.content)) === 'yes';
}

function forgotten(object: World['object']): World['object'] {
  if (!('content' in object)) return object;
  const { extensions: _forgotten, ...content } = object.content;
  return { ...object, content };
}

function keyOf({ extension, id }: ExtensionCommand): string {
  return `${extension} ${id.toLowerCase()}`;
}

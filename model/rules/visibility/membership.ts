import type { Call } from '../../call.ts';
import type { ListCommand } from '../../command.ts';
import type { Fields } from '../../fields.ts';
import type { Membership } from '../../membership.ts';
import type { Outcome } from '../../outcome.ts';
import { STAMP_TOLERANCE } from '../../pattern/fieldPattern.ts';
import type { ObjectPattern } from '../../pattern/objectPattern.ts';
import type { Pattern } from '../../pattern/pattern.ts';
import type { RuleId } from '../../rule.ts';
import { currentOf } from '../../world/content.ts';
import { learn } from '../../world/facts.ts';
import type { Deleted, Live, ObjectState } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { mayBePlaceholder } from '../certificates/placeholder.ts';
import { deletionDates } from '../retention/deletionDates.ts';
import { withDeletion } from '../retention/schedule.ts';
import { vaultMembership } from '../vaults/vaultMembership.ts';
import { tellsSettings } from './learning.ts';
import { objectFacts } from './objectFacts.ts';
import { showObject, viewFields } from './objectViews.ts';

/**
 * How `GET /secrets` or `GET /deletedsecrets` shows a name. Recordings: the live list never shows an object that is
 * being deleted, deleted or purged (0 of 10,972 items), the deleted list none that is live, recovering or purged (0 of
 * 8,484); an object in transition is in neither.
 */
export function membership(call: Call<ListCommand>, world: World): Membership {
  const { object } = world;
  if (call.command.kind === 'vault') return vaultMembership(call, object);
  if (call.command.op === 'list') {
    if (object.phase !== 'live') return { mayBeMissing: true, rules: ['LS-01'] };
    return {
      listed: liveItem(call, world, object),
      mayBeMissing: isUnfinished(call, object),
      rules: ['LS-06'],
    };
  }
  if (object.phase !== 'deleted') return { mayBeMissing: true, rules: missingRules(object) };
  // CR-05: what a certificate owns is deleted with it, and can be seen by name, but it is in no list.
  if (object.content.owned) return { mayBeMissing: true, rules: ['CR-05', 'LS-02'] };
  return {
    listed: deletedItem(call, world, object),
    mayBeMissing: mayLag(call, object) || isUnfinished(call, object),
    rules: ['LS-02', 'RT-09'],
  };
}

/** Seconds for which the service's deleted list may lag behind GET deleted: it did once in 1,123 looks, after 25 s. */
const LIST_LAG = 300;

function mayLag(call: Call, { since, deletion }: Deleted): boolean {
  const { deletedDate = Number.POSITIVE_INFINITY } = deletion;
  const deleted = since?.to ?? deletedDate + STAMP_TOLERANCE;
  return call.strictness.service && call.window.from < deleted + LIST_LAG;
}

/** What it bears out that a certificate is listed which is only being made, because that was asked for. */
function pendingRules({ command }: Call<ListCommand>, { content }: Live | Deleted): readonly RuleId[] {
  return content.certificate?.isPlaceholder === true && command.includePending === true ? ['CR-09'] : [];
}

/**
 * CR-09: a certificate that is only being made is listed for certain where it is asked for; so is one that was deleted
 * before it was made (recordings: 52 of 52 such items with `includePending`, none known to be without).
 */
function isUnfinished(call: Call<ListCommand>, { content }: Live | Deleted): boolean {
  if (content.owned || currentOf(content)?.facts.managed === true) return true;
  return mayBePlaceholder(call, content) && call.command.includePending !== true;
}

function missingRules(object: ObjectState): readonly RuleId[] {
  if (object.phase === 'live' || object.phase === 'recovering') return ['RC-07', 'LS-02'];
  if (object.phase === 'deleting') return ['AS-02', 'LS-02'];
  return ['LS-02'];
}

function liveItem(call: Call<ListCommand>, world: World, live: Live): Outcome {
  const version = currentOf(live.content);
  const pattern = itemPattern(
    showObject(call, 'item', { none: true }, objectFacts(call, live.content, version), world.settings),
  );
  return {
    pattern,
    rules: ['LS-06', 'RT-13', ...pendingRules(call, live)],
    next: (answer) => ({ ...live, content: learnItem(call, live, answer?.object?.fields) }),
    tells: tellsSettings,
  };
}

function deletedItem(call: Call<ListCommand>, world: World, deleted: Deleted): Outcome {
  const version = currentOf(deleted.content);
  const settings = { ...world.settings, softDelete: true };
  const shown = showObject(
    call,
    'item',
    { none: true },
    objectFacts(call, deleted.content, version),
    settings,
  );
  return {
    pattern: itemPattern(withDeletion(call, shown, deleted.deletion, settings)),
    rules: ['LS-02', 'RT-06', 'RT-13', ...pendingRules(call, deleted)],
    next: (answer) => ({
      ...deleted,
      seen: true,
      content: learnItem(call, deleted, answer?.object?.fields),
      deletion: { ...deleted.deletion, ...deletionDates(answer?.object?.fields ?? {}) },
    }),
    tells: (answer) => ({ softDelete: true, ...tellsSettings(answer) }),
  };
}

function itemPattern(object: ObjectPattern): Pattern {
  return { status: [200], object };
}

/** An item shows the current version's fields without its id: they are kept where that version is known. */
function learnItem(call: Call, object: Live | Deleted, fields: Fields | undefined): Live['content'] {
  if (!fields) return object.content;
  const content = learnThumbprint(call, object.content, fields);
  const current = currentOf(content);
  if (!current) return content;
  const facts = learn(current.facts, fields, viewFields(call.command.kind, 'item'));
  const versions = [...content.versions.slice(0, -1), { ...current, facts }];
  return { ...content, versions };
}

/** What has a thumbprint is a certificate that was made (recordings: 935 of 935 items, and no placeholder of 247). */
function learnThumbprint({ command }: Call, content: Live['content'], { x5t }: Fields): Live['content'] {
  if (command.kind !== 'certificate' || content.certificate?.isPlaceholder !== undefined) return content;
  const certificate = { operation: 'unknown' as const, ...content.certificate };
  return { ...content, certificate: { ...certificate, isPlaceholder: x5t === undefined } };
}

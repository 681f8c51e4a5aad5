import type { Call } from '../../call.ts';
import type { UpdateCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { VersionPattern } from '../../pattern/objectPattern.ts';
import { type Content, currentOf, putVersion, type Version, versionById } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { ASKED, askedPolicy } from '../certificates/askedPolicy.ts';
import { managedBy } from '../certificates/managed.ts';
import { managedByKeyVault, notFound } from '../errors/refusals.ts';
import { learnObject, tellsSettings } from './learning.ts';
import { objectFacts } from './objectFacts.ts';
import { showObject } from './objectViews.ts';

/** `PATCH /secrets/{name}[/{version}]`: changes attributes, tags or content type of one version; never its value. */
export function updateObject(call: Call<UpdateCommand>, world: World): Outcome[] {
  const { object } = world;
  const { kind } = call.command;
  if (object.phase !== 'live') {
    return [
      unchanged(object, notFound(kind, call.name), ['DL-06', 'LS-04', 'ER-09', 'ER-02']),
      ...transitional(call, object),
    ];
  }
  const { version, isCurrent } = meant(call, object);
  const managed = managedBy(call, object.content, version?.facts);
  const owned = unchanged(object, managedByKeyVault(kind), ['CR-04', 'ER-19'], 'if a certificate owns it');
  if (!version) {
    // No source tells which is found first: that the version is not there, or that nobody may change it.
    const missing = unchanged(object, notFound(kind, call.name), ['ER-09', 'ER-02']);
    return managed === 'yes' ? [missing, owned] : [missing];
  }
  const outcomes = managed === 'yes' ? [] : [updated(call, world, object, version, isCurrent)];
  if (managed !== 'no') outcomes.push(owned);
  if (call.command.version !== undefined && !versionById(object.content, call.command.version)) {
    outcomes.push(
      unchanged(object, notFound(kind, call.name), ['ER-09', 'ER-02'], 'if there is no such version'),
    );
  }
  return [...outcomes, ...transitional(call, object)];
}

/** The version that the call means; none when all versions are known and it is not among them. */
function meant(
  call: Call<UpdateCommand>,
  live: Live,
): { readonly version?: Version; readonly isCurrent: boolean } {
  const id = call.command.version;
  if (id === undefined) return { version: currentOf(live.content) ?? { facts: {} }, isCurrent: true };
  const known = versionById(live.content, id);
  if (known) return { version: known, isCurrent: false };
  const unnamed = live.content.versions.some((version) => version.id === undefined);
  return live.content.complete && !unnamed
    ? { isCurrent: false }
    : { version: { id: id.toLowerCase(), facts: {} }, isCurrent: false };
}

function updated(
  call: Call<UpdateCommand>,
  world: World,
  live: Live,
  version: Version,
  isCurrent: boolean,
): Outcome {
  const { input } = call.command;
  const { policy, value: _never, ...changes }: Facts = input === 'unrecorded' ? {} : input;
  const isPolicyChanged = policy !== undefined || input === 'unrecorded';
  const before = isPolicyChanged ? withoutPolicy(live) : live;
  const facts =
    input === 'unrecorded'
      ? forgotten(version.facts)
      : { ...known(call, live, changes, version.facts), ...shownAsSent(call, live, changes) };
  const view = call.command.version === undefined ? 'bundle' : 'versionUpdate';
  const id: VersionPattern = version.id === undefined ? { any: true } : { is: version.id };
  const asked = input === 'unrecorded' ? undefined : askedPolicy(policy, 'change');
  const all = { ...objectFacts(call, before.content, { facts }), ...(asked && { [ASKED]: asked }) };
  const shown = showObject(call, view, id, all, world.settings);
  const stamped = updatedField(call, isPolicyChanged && Object.keys(changes).length === 0);
  return {
    pattern: { status: [200], object: { ...shown, fields: { ...shown.fields, updated: stamped } } },
    rules: ['LS-11', 'RT-13', 'LS-09'],
    next: (answer) => ({
      ...live,
      content: answer
        ? learnObject(call, live.content, answer, view, isCurrent)
        : changedUnseen(before.content, { ...version, facts }, isCurrent),
    }),
    tells: tellsSettings,
  };
}

/** Without an answer nobody knows the time that was stamped, nor which version was the current one if none was known. */
function changedUnseen(content: Content, { id, facts }: Version, isCurrent: boolean): Content {
  const { updated: _stamped, ...certain } = facts;
  if (id !== undefined) return putVersion(content, { id, facts: certain }, isCurrent);
  if (currentOf(content))
    return { ...content, versions: [...content.versions.slice(0, -1), { facts: certain }] };
  const versions = content.versions.map((version) => ({ ...version, facts: forgotten(version.facts) }));
  return { ...content, versions };
}

/** What an update may change beside what it is sent: of an issuer, what is not shown as it was sent. */
function known(call: Call, live: Live, changes: Facts, facts: Facts): Facts {
  if (live.content.certificate?.isPlaceholder && changes.enabled !== undefined) {
    const { enabled: _before, ...rest } = facts;
    return rest;
  }
  if (call.command.kind !== 'issuer') return facts;
  const { credentials: _secret, org_details: _details, ...rest } = facts;
  return rest;
}

/**
 * What is sent is shown again, but for an issuer's credentials and the details that the service fills up. Whether a
 * certificate can be enabled that is only being made, nobody recorded.
 */
function shownAsSent(call: Call, live: Live, changes: Facts): Facts {
  if (live.content.certificate?.isPlaceholder) {
    const { enabled: _perhaps, ...rest } = changes;
    return rest;
  }
  if (call.command.kind !== 'issuer') return changes;
  const { credentials: _secret, org_details: _details, ...rest } = changes;
  return rest;
}

/** `updated` is the time of the call; a change of a certificate's policy alone may leave it as it was. */
function updatedField(call: Call, mayBePolicyAlone: boolean): FieldPattern {
  const mayStay = call.command.kind === 'certificate' && mayBePolicyAlone;
  return mayStay ? { any: 'integer' } : { within: call.window };
}

function withoutPolicy(live: Live): Live {
  const { certificate } = live.content;
  if (!certificate) return live;
  const { policy: _old, asked: _asked, ...rest } = certificate;
  return { ...live, content: { ...live.content, certificate: rest } };
}

/** What stays known of a version that was changed in a way nobody recorded. */
function forgotten(facts: Facts): Facts {
  const { value, created, managed, kid } = facts;
  return {
    ...(value !== undefined && { value }),
    ...(created !== undefined && { created }),
    ...(managed !== undefined && { managed }),
    ...(kid !== undefined && { kid }),
  };
}

import type { Call } from '../../call.ts';
import type { GetCommand } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { VersionPattern } from '../../pattern/objectPattern.ts';
import type { RuleId } from '../../rule.ts';
import { type Content, currentOf, putVersion, type Version, versionById } from '../../world/content.ts';
import type { Live, Phase } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { disabled, notFound } from '../errors/refusals.ts';
import { learnObject, tellsSettings } from './learning.ts';
import { objectFacts } from './objectFacts.ts';
import { showObject, type View } from './objectViews.ts';

/** Which rules hide an object that is not live; recordings: 404 at once, 115 of 115 while deleting. */
const HIDDEN: Readonly<Record<Exclude<Phase, 'live'>, readonly RuleId[]>> = {
  absent: ['ER-09'],
  deleting: ['AS-02', 'DL-06', 'LS-01', 'ER-09'],
  deleted: ['DL-06', 'LS-01', 'LS-04', 'ER-09'],
  recovering: ['AS-04', 'RC-07', 'ER-09'],
  purging: ['PG-01', 'AS-05', 'ER-09'],
};

/** `GET /secrets/{name}[/{version}]`. */
export function getObject(call: Call<GetCommand>, world: World): Outcome[] {
  const { object } = world;
  if (object.phase !== 'live') {
    const gone = object.phase === 'absent' && object.gone ? goneRules(object.gone) : [];
    const rules = 'content' in object && object.content.owned ? (['CR-03'] as const) : gone;
    return [unchanged(object, notFound(call.command.kind, call.name), [...HIDDEN[object.phase], ...rules])];
  }
  return candidates(call, object.content).flatMap(({ version, isCurrent }) =>
    show(call, world, object, version, isCurrent),
  );
}

/** What makes a name that had an object say 404 now. */
export function goneRules(gone: 'purged' | 'expired' | 'destroyed'): readonly RuleId[] {
  if (gone === 'purged') return ['PG-01', 'RC-05'];
  return gone === 'expired' ? ['RT-10', 'RT-14'] : ['SD-06'];
}

interface Candidate {
  /** Absent for a version that does not exist. */
  readonly version?: Version;
  readonly isCurrent: boolean;
}

/** The versions that the call may mean: by id, or the current one; all that are possible where it is not known. */
function candidates(call: Call<GetCommand>, content: Content): readonly Candidate[] {
  const { version } = call.command;
  if (version === undefined) {
    const current = currentOf(content);
    if (current) return [{ version: current, isCurrent: true }];
    const unknown = content.complete ? [] : [{ version: { facts: {} }, isCurrent: true }];
    return [...content.versions.map((known) => ({ version: known, isCurrent: true })), ...unknown];
  }
  const known = versionById(content, version);
  if (known) return [{ version: known, isCurrent: false }];
  const unnamed = content.versions.filter(({ id }) => id === undefined);
  const none: readonly Candidate[] = [{ isCurrent: false }];
  if (content.complete && unnamed.length === 0) return none;
  // Ids are compared without regard to case, but the service shows them in lower case (LS-09).
  return [{ version: { id: version.toLowerCase(), facts: {} }, isCurrent: false }, ...none];
}

function show(
  call: Call<GetCommand>,
  world: World,
  live: Live,
  version: Version | undefined,
  isCurrent: boolean,
): Outcome[] {
  const { kind } = call.command;
  if (!version) return [unchanged(live, notFound(kind, call.name), ['ER-09'])];
  // Only a secret hides when it is disabled: keys and certificates are seen, and not used (recordings: 200).
  if (kind !== 'secret') return [shown(call, world, live, version, isCurrent)];
  const outcomes: Outcome[] = [];
  const { enabled } = version.facts;
  if (enabled !== false) outcomes.push(shown(call, world, live, enabledOnly(version), isCurrent));
  if (enabled !== true) outcomes.push(refusedDisabled(call, live, version, isCurrent));
  if (!call.strictness.service && isOutOfTime(call, version)) outcomes.push(refusedOutOfTime(live));
  return outcomes;
}

/** Whether `exp` is past or `nbf` to come. */
function isOutOfTime({ window }: Call, { facts: { nbf, exp } }: Version): boolean {
  return (typeof exp === 'number' && exp <= window.to) || (typeof nbf === 'number' && nbf > window.from);
}

/** OQ-16: sources disagree on whether a secret that is expired or not yet valid is shown; it was, in 2026. */
function refusedOutOfTime(live: Live): Outcome {
  return { ...unchanged(live, { status: [403], refusal: {} }, ['LS-10', 'ER-02']), unspecified: true };
}

function shown(
  call: Call<GetCommand>,
  world: World,
  live: Live,
  version: Version,
  isCurrent: boolean,
): Outcome {
  const view = viewOf(call);
  const id: VersionPattern = version.id === undefined ? { any: true } : { is: version.id };
  return {
    pattern: {
      status: [200],
      object: showObject(call, view, id, objectFacts(call, live.content, version), world.settings),
    },
    rules: [
      ...(live.content.recoveries > 0 ? (['RC-01', 'RC-02'] as const) : []),
      'LS-10',
      'RT-13',
      ...(live.content.owned ? (['CR-01', 'CR-03'] as const) : []),
    ],
    next: (answer) => ({ ...live, content: learnObject(call, live.content, answer, view, isCurrent) }),
    tells: tellsSettings,
  };
}

function viewOf({ command }: Call<GetCommand>): View {
  if (command.kind === 'secret') return 'value';
  return command.version === undefined ? 'bundle' : 'version';
}

/** A version whose value is shown is enabled. */
function enabledOnly(version: Version): Version {
  return { ...version, facts: { ...version.facts, enabled: true } };
}

function refusedDisabled(call: Call<GetCommand>, live: Live, version: Version, isCurrent: boolean): Outcome {
  const facts = { ...version.facts, enabled: false };
  return {
    ...unchanged(live, disabled(call.command.kind), ['ER-10', 'ER-02']),
    next: () => {
      if (version.id === undefined) return live;
      return { ...live, content: putVersion(live.content, { id: version.id, facts }, isCurrent) };
    },
  };
}

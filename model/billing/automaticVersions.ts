import type { Answer, ObjectView } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Json } from '../json.ts';
import { hasMonth } from './month.ts';

/** A new version of something that had one already (BL-08). */
export interface NewVersion {
  /** `rotation` and `renewal`: the service made it by itself; `asked-for`: a certificate that a call asked for anew. */
  readonly cause: 'rotation' | 'renewal' | 'asked-for';
  /** When it was made or asked for, Unix seconds. */
  readonly at: number;
}

/** What is known of one key or certificate. */
interface Watched {
  /** The ids of all versions that answers showed. */
  readonly seen: Set<string>;
  /** Since when a policy is known that makes versions by itself, Unix seconds. */
  since?: number;
  /** The calls that asked for a certificate: it is issued later. */
  readonly asked: { readonly at: number; isIssued: boolean }[];
}

/** Seconds by which the date in an answer may lie before the call that led to it. */
const TOLERANCE = 5;

/**
 * Seconds in which one call may lead to several versions: while a certificate is being issued it is shown with a version
 * that it does not keep (recorded). No policy renews so soon: one hundredth of a month is the least.
 */
const ISSUING = 6 * 3600;

/** Calls that answer with the version that they made, or with old ones brought back. */
const MAKING: ReadonlySet<Command['op']> = new Set([
  'create',
  'import',
  'merge',
  'rotate',
  'restore',
  'recover',
]);

/**
 * Finds the versions that a policy of rotation or renewal made: they appear in answers, no call of the history made
 * them, and they are younger than the policy. Versions that nobody looks at are not found.
 */
export class AutomaticVersions {
  readonly #watched = new Map<string, Watched>();

  /** Keys and certificates with a policy that makes versions by itself. */
  get policies(): number {
    return [...this.#watched.values()].filter(({ since }) => since !== undefined).length;
  }

  /** Takes a call at an instant (Unix seconds) and tells which new versions it shows or asks for. */
  observe(command: Command, answer: Answer, at: number): readonly NewVersion[] {
    const { kind } = command;
    if (kind !== 'key' && kind !== 'certificate') return [];
    const views = [answer.object, ...(answer.page?.items ?? [])].filter((view) => view !== undefined);
    return views.flatMap((view): NewVersion[] => {
      const watched = this.#watch(command.vault, kind, view.name);
      const isAskedFor = command.op === 'create' && kind === 'certificate';
      const isAnew = isAskedFor && watched.seen.size > 0;
      const made = madeByService(command, view, watched);
      if (isAskedFor) watched.asked.push({ at, isIssued: false });
      if (hasAutomaticAction(command, view)) watched.since ??= at;
      return [
        ...(made === undefined ? [] : [{ cause: CAUSES[kind], at: made }]),
        ...(isAnew ? [{ cause: 'asked-for' as const, at }] : []),
      ];
    });
  }

  #watch(vault: string, kind: string, name: string): Watched {
    const key = `${vault}/${kind}/${name.toLowerCase()}`;
    const watched = this.#watched.get(key) ?? { seen: new Set<string>(), asked: [] };
    this.#watched.set(key, watched);
    return watched;
  }
}

const CAUSES = { key: 'rotation', certificate: 'renewal' } as const;

/** When the version that a view shows was made, where the service made it by itself. */
function madeByService(
  command: Command,
  { version, fields }: ObjectView,
  watched: Watched,
): number | undefined {
  if (version === undefined || watched.seen.has(version)) return undefined;
  watched.seen.add(version);
  const { created } = fields;
  if (MAKING.has(command.op) || typeof created !== 'number' || !hasMonth(created)) return undefined;
  const isYounger = watched.since !== undefined && created > watched.since;
  return !isIssue(created, watched) && isYounger ? created : undefined;
}

/** Whether a version of a certificate comes of a call that asked for it: the first after the call, or one soon after. */
function isIssue(created: number, { asked }: Watched): boolean {
  const call = asked.findLast(
    ({ at, isIssued }) => at - TOLERANCE <= created && (!isIssued || created <= at + ISSUING),
  );
  if (call) call.isIssued = true;
  return call !== undefined;
}

/** Whether an answer shows a policy under which the service rotates a key or renews a certificate. */
function hasAutomaticAction(command: Command, { fields }: ObjectView): boolean {
  if (command.op === 'updateRotationPolicy' || command.op === 'getRotationPolicy') {
    return actionsOf(fields.lifetimeActions).includes('rotate');
  }
  const policy =
    command.op === 'getPolicy' || command.op === 'updatePolicy' ? fields : objectOf(fields.policy);
  return actionsOf(policy?.lifetime_actions).includes('autorenew');
}

/** The types of a policy's actions in lower case: keys and certificates call them differently. */
function actionsOf(actions: Json | undefined): readonly string[] {
  if (!Array.isArray(actions)) return [];
  return actions.map((entry: Json) => {
    const action = objectOf(objectOf(entry)?.action);
    const type = action?.type ?? action?.action_type;
    return typeof type === 'string' ? type.toLowerCase() : '';
  });
}

function objectOf(value: Json | undefined): { readonly [key: string]: Json } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : undefined;
}

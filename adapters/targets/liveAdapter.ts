import type { Answer, Lost } from '../../model/answer.ts';
import type { MeterReading } from '../../model/billing/meterReading.ts';
import type { Command, ObjectKind } from '../../model/command.ts';
import type { TargetSummary } from '../../model/event.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Adapter, Exchange, OpenVault, TargetClock, VaultRecord } from '../adapter.ts';
import type { ManagementPlane } from '../managementPlane.ts';
import type { Call, Caller, VaultPlace } from '../rest/caller.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import type { TargetTime } from './targetTime.ts';

/** Between what is meant and what a target is told or says: its dates, where it keeps them in a time of its own. */
export interface Translation {
  /** The command as the target must be told it. */
  told(command: Command): Command;
  /** What the target's answer means. */
  meant(command: Command, answer: Answer | Lost): Answer | Lost;
}

/** The management plane of a target, and the way to it. */
export interface ManagementParts {
  readonly plane: ManagementPlane;
  readonly caller: Caller;
  /** Where Azure Resource Manager answers. */
  readonly place: VaultPlace;
  /** Where a vault that was made there answers, by its name. */
  placeOf(vault: string): VaultPlace;
}

/** What a preset puts together to make an adapter. */
export interface LiveParts {
  readonly summary: TargetSummary;
  /** The kinds of object that the target keeps; only secrets unless given. */
  readonly kinds?: readonly ObjectKind[];
  readonly caller: Caller;
  readonly time: TargetTime;
  readonly clock?: TargetClock;
  /** Absent when the target has no management plane. */
  readonly management?: ManagementParts;
  /** Seconds of wall time for which it is worth asking whether something has settled; few unless given. */
  readonly settlesWithin?: number;
  /** Where a vault answers; undefined for a vault that was not opened. */
  placeOf(vault: string): VaultPlace | undefined;
  openVault(wanted: VaultSettings): Promise<OpenVault>;
  /** What every name must begin with; absent when all names are free. */
  readonly namePrefix?: string;
  /** What a target says in terms of its own is put into target time here; absent where there is nothing to put. */
  readonly translation?: Translation;
  /** Runs a call when the target is ready for calls to a vault; at once unless given. */
  enter?<T>(vault: string, call: () => Promise<T>): Promise<T>;
  /** True where vaults of an undeletable subscription can be had. */
  readonly hasUndeletable?: true;
  /** Reads what the target itself metered of a vault; absent when it shows no meter. */
  readMeter?(vault: string): Promise<MeterReading>;
  /** Reads what the target itself logged since it was read last; absent when it shows no log. */
  readAudit?(): Promise<readonly VaultRecord[]>;
  /** Gives back what was taken, connections excepted. */
  close?(): Promise<void>;
}

/** Emulators do everything at once, but for what they leave to a moment's work in the background. */
const AT_ONCE_S = 1;

/** An adapter for a target that answers over the network. */
export function liveAdapter(parts: LiveParts): Adapter {
  const { summary, clock, management } = parts;
  const enter = parts.enter ?? ((_vault, call) => call());
  // Names that the management plane was asked about, in lower case: others are not called.
  const asked = new Set<string>();
  return {
    summary,
    kinds: parts.kinds ?? ['secret'],
    ...(clock && { clock }),
    ...(management && { management: management.plane }),
    settlesWithin: parts.settlesWithin ?? AT_ONCE_S,
    ...(parts.hasUndeletable && { hasUndeletable: parts.hasUndeletable }),
    ...(parts.readAudit && { readAudit: parts.readAudit }),
    ...(parts.readMeter && { readMeter: parts.readMeter }),
    openVault: (wanted) => parts.openVault(wanted),
    async execute(command, signal) {
      if (command.kind === 'vault' && 'name' in command) asked.add(command.name.toLowerCase());
      const { caller, place } = wayOf(command, parts, asked);
      if (command.kind !== 'vault') checkName(command, parts.namePrefix);
      return enter(command.vault, async () => {
        const told = parts.translation?.told(command) ?? command;
        const call = await caller.call(told, place, signal);
        return exchangeOf({ ...call, command }, parts);
      });
    },
    async close() {
      try {
        await parts.close?.();
      } finally {
        await Promise.all([parts.caller.close(), management?.caller.close()]);
      }
    },
  };
}

/** Who makes a call, and where it goes. */
function wayOf(
  { kind, vault }: Command,
  { caller, management, placeOf }: LiveParts,
  asked: ReadonlySet<string>,
): { readonly caller: Caller; readonly place: VaultPlace } {
  if (kind === 'vault') {
    if (management) return management;
    throw new TargetTrouble(
      'usage',
      'the target has no management plane, so it cannot be asked about vaults',
    );
  }
  const place = placeOf(vault) ?? (asked.has(vault) ? management?.placeOf(vault) : undefined);
  if (place) return { caller, place };
  throw new TargetTrouble('usage', `the vault "${vault}" was not opened`);
}

/** A vault that others use is touched only under names that are the run's own. */
function checkName(command: Command, prefix: string | undefined): void {
  if (prefix === undefined || !('name' in command)) return;
  if (command.name.toLowerCase().startsWith(prefix.toLowerCase())) return;
  throw new TargetTrouble(
    'usage',
    `refused to send ${command.op} for "${command.name}": in this vault only names that begin with "${prefix}" are touched`,
  );
}

function exchangeOf(call: Call, parts: LiveParts): Exchange {
  const { time, translation } = parts;
  const { before, after, command, answer, ...rest } = call;
  time.observe(call.window, call.reply?.headers.date);
  return {
    ...rest,
    command,
    window: time.window(command.vault, call.window),
    answer: translation ? translation.meant(command, answer) : answer,
    ...(before && { before: before.map((other) => exchangeOf(other, parts)) }),
    ...(after && { after: after.map((other) => exchangeOf(other, parts)) }),
  };
}

import type { Command } from '../../model/command.ts';
import type { TargetSummary } from '../../model/event.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import type { Adapter, Exchange, OpenVault, TargetClock } from '../adapter.ts';
import type { Call, Caller, VaultPlace } from '../rest/caller.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { shiftAnswer, shiftCommand } from './dateShift.ts';
import type { TargetTime } from './targetTime.ts';

/** What a preset puts together to make an adapter. */
export interface LiveParts {
  readonly summary: TargetSummary;
  readonly caller: Caller;
  readonly time: TargetTime;
  readonly clock?: TargetClock;
  /** Where a vault answers; undefined for a vault that was not opened. */
  placeOf(vault: string): VaultPlace | undefined;
  openVault(wanted: VaultSettings): Promise<OpenVault>;
  /** What every name must begin with; absent when all names are free. */
  readonly namePrefix?: string;
  /** Seconds that instants kept by a vault lie in the past of what they mean; absent where they never do. */
  shiftOf?(vault: string): number;
  /** Runs a call when the target is ready for calls to a vault; at once unless given. */
  enter?<T>(vault: string, call: () => Promise<T>): Promise<T>;
  /** Gives back what was taken, connections excepted. */
  close?(): Promise<void>;
}

/** An adapter for a target that answers over the network. */
export function liveAdapter(parts: LiveParts): Adapter {
  const { summary, caller, clock } = parts;
  const enter = parts.enter ?? ((_vault, call) => call());
  return {
    summary,
    ...(clock && { clock }),
    openVault: (wanted) => parts.openVault(wanted),
    async execute(command, signal) {
      const place = parts.placeOf(command.vault);
      if (!place) throw new TargetTrouble('usage', `the vault "${command.vault}" was not opened`);
      checkName(command, parts.namePrefix);
      return enter(command.vault, async () => {
        const shift = parts.shiftOf?.(command.vault) ?? 0;
        const call = await caller.call(shiftCommand(command, -shift), place, signal);
        return { ...exchangeOf(call, parts.time, shift), command };
      });
    },
    async close() {
      try {
        await parts.close?.();
      } finally {
        await caller.close();
      }
    },
  };
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

function exchangeOf(call: Call, time: TargetTime, shift: number): Exchange {
  const { before, after, ...own } = call;
  time.observe(call.window, call.reply?.headers.date);
  return {
    ...own,
    window: time.window(call.command.vault, call.window),
    command: shiftCommand(call.command, shift),
    answer: shiftAnswer(call.answer, shift),
    ...(before && { before: before.map((other) => exchangeOf(other, time, shift)) }),
    ...(after && { after: after.map((other) => exchangeOf(other, time, shift)) }),
  };
}

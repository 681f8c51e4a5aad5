import type { Json } from '../../model/json.ts';
import type { TargetClock } from '../adapter.ts';
import { TargetTrouble } from '../targetTrouble.ts';
import { type ClockOffset, createClockOffset } from './clockOffset.ts';
import type { ControlApi, ControlCall } from './controlApi.ts';
import type { TargetTime } from './targetTime.ts';

/** How a target's clock is read and moved over its control interface; each call answers `{now, frozen}`. */
export interface ClockCalls {
  readonly read: ControlCall;
  advance(seconds: number): ControlCall;
  freeze(frozen: boolean): ControlCall;
  /** Whether replies are dated by this clock: then each of them shows whether somebody else moved it. */
  readonly datesReplies: boolean;
}

/** A clock that can be moved, and the time it makes. */
export interface ControlledClock {
  readonly clock: TargetClock;
  readonly time: TargetTime;
  /** Target time now, as far as it is known without asking, Unix seconds. */
  now(): number;
}

interface Reading {
  readonly now: number;
  readonly frozen: boolean;
}

/**
 * Takes a target's clock over.
 *
 * A frozen clock shows one whole second, and that is the window of every call until it is moved. A running clock is
 * read at the start until its second changes, so that its offset is known to some milliseconds.
 *
 * Two runs cannot share one clock: what one moves, the other would hold against the target. So a frozen clock that is
 * not where it was left is `TargetTrouble` (refused), before any answer of that time is judged.
 * @param freeze whether to stop it between advances
 * @param alone runs work while no call is under way
 */
export async function controlClock(
  api: ControlApi,
  calls: ClockCalls,
  freeze: boolean,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<ControlledClock> {
  let frozenAt: number | undefined;
  const offset = createClockOffset(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0);
  const take = async (call: ControlCall, advanced = 0): Promise<Reading> => {
    const from = Date.now() / 1000;
    const reading = readingOf(await api.call(call), call);
    if (frozenAt !== undefined) expectAt(frozenAt + advanced, reading.now);
    frozenAt = reading.frozen ? reading.now : undefined;
    if (!reading.frozen) offset.read(reading.now, { from, to: Date.now() / 1000 }, 0);
    return reading;
  };
  await take(calls.freeze(freeze));
  if (!freeze) await untilSecondChanges(() => take(calls.read));
  const time: TargetTime = {
    window: (_vault, local) =>
      frozenAt === undefined ? running(offset, local) : { from: frozenAt, to: frozenAt },
    observe: (_local, dateHeader) => {
      const date = Date.parse(dateHeader ?? '') / 1000;
      if (calls.datesReplies && frozenAt !== undefined && !Number.isNaN(date)) expectAt(frozenAt, date);
    },
  };
  const clock: TargetClock = {
    scope: 'target',
    frozen: freeze,
    now: async () => (await take(calls.read)).now,
    advance: (seconds) =>
      alone(async () => {
        offset.advance(seconds);
        await take(calls.advance(seconds), seconds);
      }),
  };
  return { clock, time, now: () => time.window('', { from: Date.now() / 1000, to: Date.now() / 1000 }).from };
}

/** A frozen clock stays where it was left, unless somebody else moves it. */
function expectAt(left: number, found: number): void {
  if (found === left) return;
  const [was, is] = [left, found].map((seconds) => new Date(seconds * 1000).toISOString());
  throw new TargetTrouble(
    'refused',
    `somebody else moves the clock of the target: it was left at ${was} and is at ${is}. Let one run at a time use it, or start another instance`,
  );
}

function running(offset: ClockOffset, local: { from: number; to: number }): { from: number; to: number } {
  return {
    from: local.from + offset.bounds(local.from).least,
    to: local.to + offset.bounds(local.to).greatest,
  };
}

async function untilSecondChanges(read: () => Promise<Reading>): Promise<void> {
  const { now } = await read();
  const end = Date.now() + 1500;
  while (Date.now() < end && (await read()).now === now);
}

function readingOf(json: Json | undefined, call: ControlCall): Reading {
  const body = (json ?? {}) as { readonly now?: unknown; readonly frozen?: unknown };
  if (Number.isSafeInteger(body.now) && typeof body.frozen === 'boolean') {
    return { now: Number(body.now), frozen: body.frozen };
  }
  throw new TargetTrouble(
    'refused',
    `${call.method} ${call.path}: answered no time. Is this the target that was named?`,
  );
}

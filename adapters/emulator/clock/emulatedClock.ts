import { badRequest } from '../errors/badRequest.ts';

/** What the clock shows. */
export interface ClockReading {
  /** Unix seconds, whole. */
  readonly now: number;
  /** Whether time stands still. */
  readonly frozen: boolean;
}

/** The clock in a state file: a clock that runs is kept as its distance from real time, so that time goes on while the emulator is off. */
export type SavedClock = { readonly aheadMs: number } | { readonly frozenAtMs: number };

/** The last second that dates are written for: the end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/** The only source of time in the emulator: real time plus an offset, or a standstill. It never runs backwards by request. */
export class EmulatedClock {
  #aheadMs: number;
  #frozenAtMs: number | undefined;

  private constructor(aheadMs: number, frozenAtMs: number | undefined) {
    this.#aheadMs = aheadMs;
    this.#frozenAtMs = frozenAtMs;
  }

  /** A clock that shows `startAt` (Unix seconds; real time if not given), running or frozen. */
  static startingAt(startAt?: number, frozen = false): EmulatedClock {
    const startMs = startAt === undefined ? Date.now() : startAt * 1000;
    if (!(startMs >= 0 && startMs <= LAST_SECOND * 1000)) {
      throw badRequest(`startAt must be Unix seconds from 0 to ${LAST_SECOND}; it is ${startAt}.`);
    }
    return new EmulatedClock(startMs - Date.now(), frozen ? startMs : undefined);
  }

  /** The clock of a state file. `frozen`, if given, overrides what was saved. */
  static fromSaved(saved: SavedClock, frozen?: boolean): EmulatedClock {
    const clock =
      'aheadMs' in saved
        ? new EmulatedClock(saved.aheadMs, undefined)
        : new EmulatedClock(0, saved.frozenAtMs);
    if (frozen !== undefined) clock.freeze(frozen);
    return clock;
  }

  /** Unix seconds, whole: every date of the service has this grain. */
  now(): number {
    return Math.floor(this.#nowMs() / 1000);
  }

  /** What the clock shows. */
  reading(): ClockReading {
    return { now: this.now(), frozen: this.#frozenAtMs !== undefined };
  }

  /** Moves time on by `seconds` (0 or more), frozen or not. Throws a 400 when that leaves the calendar. */
  advance(seconds: number): void {
    const targetMs = this.#nowMs() + Math.round(seconds * 1000);
    if (!(seconds >= 0 && targetMs <= LAST_SECOND * 1000)) {
      throw badRequest(`advance must be seconds, 0 or more, within the year 9999; it is ${seconds}.`);
    }
    if (this.#frozenAtMs === undefined) this.#aheadMs += Math.round(seconds * 1000);
    else this.#frozenAtMs = targetMs;
  }

  /** Stops time where it is, or lets it run on from there. */
  freeze(frozen: boolean): void {
    const nowMs = this.#nowMs();
    this.#aheadMs = nowMs - Date.now();
    this.#frozenAtMs = frozen ? nowMs : undefined;
  }

  /** What a state file keeps. */
  save(): SavedClock {
    return this.#frozenAtMs === undefined ? { aheadMs: this.#aheadMs } : { frozenAtMs: this.#frozenAtMs };
  }

  #nowMs(): number {
    return this.#frozenAtMs ?? Date.now() + this.#aheadMs;
  }
}

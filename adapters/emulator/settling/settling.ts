import { createHash } from 'node:crypto';
import { badRequest } from '../errors/badRequest.ts';
import { settleTime, type Transition } from './settleTimes.ts';

/** How deletions, recoveries and purges settle: at once, or after a time as the real service takes it. */
export type SettleMode =
  | { readonly mode: 'none' }
  | { readonly mode: 'real' /** Same seed, same times. */; readonly seed: number };

/**
 * The whole seconds that a transition takes.
 * @param subject names the object and which of its transitions this is; the same subject always takes the same time,
 *   so that times do not depend on the order in which concurrent clients are served.
 */
export type Settling = (transition: Transition, subject: string) => number;

/** 2 to the power of 48: the bytes of a digest that make a share between 0 and 1. */
const SHARES = 2 ** 48;

/** The settle times of an emulator. */
export function createSettling(settle: SettleMode): Settling {
  if (settle.mode === 'none') return () => 0;
  if (settle.mode !== 'real' || !Number.isFinite(settle.seed)) {
    throw badRequest("settle must be { mode: 'none' } or { mode: 'real', seed: a number }.");
  }
  return (transition, subject) => {
    const digest = createHash('sha256').update(`${settle.seed}/${transition}/${subject}`).digest();
    return settleTime(transition, digest.readUIntBE(0, 6) / SHARES);
  };
}

import { InvalidArgumentError } from 'commander';
import type { Budget } from '../../properties/explore.ts';

/** Reads `2000calls`, `60s`, or both with a comma between: whichever is reached first ends the run. */
export function budget(text: string): Budget {
  let read: Budget = {};
  for (const part of text.split(',')) {
    const match = /^\s*([1-9]\d{0,8})\s*(calls?|s|seconds?|m|minutes?)\s*$/.exec(part);
    if (!match)
      throw new InvalidArgumentError(
        'It is a number of calls (2000calls), of seconds (60s), or both (2000calls,60s).',
      );
    const amount = Number(match[1]);
    const unit = match[2] ?? '';
    if (unit.startsWith('call')) read = { ...read, calls: amount };
    else read = { ...read, seconds: unit.startsWith('m') ? amount * 60 : amount };
  }
  return read;
}

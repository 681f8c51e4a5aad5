import { InvalidArgumentError } from 'commander';
import type { Budget } from '../../properties/explore.ts';

const FORMS = 'a number of calls (2000calls), of seconds (60s) or minutes (2m), or both (2000calls,60s).';

/** Reads `2000calls`, `60s`, or both with a comma between: whichever is reached first ends the run. */
export function budget(text: string): Budget {
  let read: Budget = {};
  for (const part of text.split(',')) {
    const match = /^\s*([1-9]\d{0,8})\s*(calls?|s|seconds?|m|minutes?)\s*$/.exec(part);
    if (!match) throw new InvalidArgumentError(`It is ${FORMS}`);
    const amount = Number(match[1]);
    const unit = match[2] ?? '';
    const limit = unit.startsWith('call') ? 'calls' : 'seconds';
    if (read[limit] !== undefined) throw new InvalidArgumentError(`It is one of each: ${FORMS}`);
    read = { ...read, [limit]: unit.startsWith('m') ? amount * 60 : amount };
  }
  return read;
}

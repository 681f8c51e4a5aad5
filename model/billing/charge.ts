import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { RuleId } from '../rule.ts';
import type { BillingReadings } from './billingReadings.ts';
import type { AssumptionName } from './ledger.ts';
import type { Meter } from './meter.ts';

/** What a call is billed as. */
export interface Charge {
  /** The meter that it moves; `by-key` where that depends on the type of a key. */
  readonly meter: Meter | 'by-key';
  /** The rules that say so, beside those that the price rests on. */
  readonly rules: readonly RuleId[];
  /** What is taken for granted in this. */
  readonly assumed: readonly AssumptionName[];
}

/** What a call with its answer is billed as: one operation where it succeeds (BL-04), recover and purge too (BL-01). */
export function chargeOf(command: Command, answer: Answer | Lost, readings: BillingReadings): Charge {
  if (command.kind === 'vault') return managementCharge(command, answer);
  if ('lost' in answer) return { meter: 'possibleOperations', rules: [], assumed: [] };
  if (answer.status >= 400) return { meter: 'refusedCalls', rules: [], assumed: ['refusedCalls'] };
  if (isLookAtDeleted(command)) {
    const meter = readings.deletedReads === 'free' ? 'deletedReads' : operationOf(command, readings);
    return { meter, rules: ['BL-04'], assumed: ['deletedReads'] };
  }
  return { meter: operationOf(command, readings), rules: [operationRule(command)], assumed: [] };
}

/** Whether a call is cryptography, or another use of an HSM-protected key as the readings have it. */
export function isUse(command: Command, readings: BillingReadings): boolean {
  return command.op === 'use' || (readings.hsmUse === 'cryptography-or-get' && command.op === 'get');
}

function managementCharge(command: Command, answer: Answer | Lost): Charge {
  if (!('lost' in answer) && answer.status >= 400) {
    return { meter: 'refusedCalls', rules: [], assumed: ['refusedCalls'] };
  }
  const isNamed = command.op === 'recover' || command.op === 'purge';
  return { meter: 'managementCalls', rules: isNamed ? ['BL-01'] : [], assumed: ['managementCalls'] };
}

function operationRule({ op }: Command): RuleId {
  return op === 'recover' || op === 'purge' ? 'BL-01' : 'BL-04';
}

function isLookAtDeleted({ op }: Command): boolean {
  return op === 'getDeleted' || op === 'listDeleted';
}

function operationOf(command: Command, readings: BillingReadings): Charge['meter'] {
  if (command.kind === 'secret') return 'secretOperations';
  if (command.kind !== 'key') return 'certificateOperations';
  const isByKey =
    command.op === 'use' || (readings.advancedRate === 'used-or-shown' && SHOWS_KEY.has(command.op));
  return isByKey ? 'by-key' : 'keyOperations';
}

/** Operations whose answer shows the key itself. */
const SHOWS_KEY: ReadonlySet<Command['op']> = new Set([
  ...(['create', 'import', 'get', 'update', 'rotate', 'restore'] as const),
  ...(['delete', 'getDeleted', 'recover'] as const),
]);

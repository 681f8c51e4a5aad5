import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { RuleId } from '../rule.ts';
import type { BillingReadings } from './billingReadings.ts';
import { isUse } from './charge.ts';
import type { KeyType } from './keyType.ts';
import { KeyTypes } from './keyTypes.ts';
import { KeyUses } from './keyUses.ts';
import type { LedgerSum } from './ledger.ts';
import type { Meter } from './meter.ts';
import { type Moment, UNDATED } from './month.ts';

/** A call about a key, with what is known of it before the key's type is. */
export interface KeyCall {
  readonly command: Command;
  readonly answer: Answer | Lost;
  readonly moment: Moment;
  readonly rules: readonly RuleId[];
  /** Whether its price depends on the type of the key. */
  readonly isByKey: boolean;
}

/** All calls about one version of one key in one vault. */
interface KeyAccount {
  readonly vault: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Calls whose price depends on the key, by month and rule. */
  readonly operations: { readonly month: Moment['month']; readonly rules: readonly RuleId[] }[];
  /** How many of them only show the key. */
  shown: number;
  readonly uses: KeyUses;
  /** Uses whose reply was lost. */
  readonly possibleUses: KeyUses;
  hasUndatedUse: boolean;
}

/** The calls about keys: what they cost depends on the type of the key, which often only a later answer tells. */
export class KeyCalls {
  readonly #readings: BillingReadings;
  readonly #types = new KeyTypes();
  readonly #accounts = new Map<string, KeyAccount>();

  constructor(readings: BillingReadings) {
    this.#readings = readings;
  }

  /** Takes a call; those that are about no key are no matter. */
  observe(call: KeyCall): void {
    const { command, answer, moment, rules, isByKey } = call;
    if (command.kind !== 'key') return;
    const isAnswered = !('lost' in answer);
    if (isAnswered && answer.status >= 400) return;
    if (isAnswered) this.#types.learn(command, answer);
    const isUsed = isUse(command, this.#readings);
    if (!isByKey && !isUsed) return;
    const account = this.#account(command, answer);
    if (isByKey) account.operations.push({ month: moment.month, rules });
    if (isByKey && command.op !== 'use') account.shown += 1;
    if (!isUsed) return;
    if (moment.at === undefined) account.hasUndatedUse = true;
    else (isAnswered ? account.uses : account.possibleUses).add(moment.at);
  }

  /** Adds what the calls come to, HSM-protected keys up to an instant (Unix seconds), to a ledger. */
  addTo(sum: LedgerSum, until: number): void {
    sum.assume('keySize', this.#types.defaultSizes());
    for (const account of this.#accounts.values()) {
      const type = this.#types.typeOf(account.vault, account.name, account.version);
      addOperations(sum, account, type);
      if (type.protection !== 'software') this.#addVersion(sum, account, type, until);
    }
  }

  /** BL-03: what a version costs for the months in which it was used or had been used within 30 days. */
  #addVersion(sum: LedgerSum, account: KeyAccount, type: KeyType, until: number): void {
    const { vault, uses, possibleUses, hasUndatedUse } = account;
    const isSure = type.protection === 'hsm' && account.version !== undefined;
    if (type.protection === 'hsm') sum.assume('hsmUse', account.shown);
    const charged = uses.chargedMonths(until);
    for (const [month, share] of charged) {
      const meter = isSure ? METERS_OF_HSM[type.price ?? 'unknown'] : 'possibleHsmKeys';
      this.#addMonth(sum, { vault, month, meter, share });
    }
    for (const [month, share] of possibleUses.chargedMonths(until)) {
      if (!charged.has(month)) this.#addMonth(sum, { vault, month, meter: 'possibleHsmKeys', share });
    }
    if (hasUndatedUse) this.#addMonth(sum, { vault, month: UNDATED, meter: 'possibleHsmKeys', share: 1 });
  }

  #addMonth(sum: LedgerSum, charge: { vault: string; month: string; meter: Meter; share: number }): void {
    const { vault, month, meter, share } = charge;
    const quantity = this.#readings.hsmMonth === 'whole' ? 1 : share;
    sum.add({ vault, month, meter, quantity, rules: {} });
    sum.assume('hsmMonth');
    sum.assume('hsmTiers');
    if (meter === 'possibleHsmKeys') sum.miss('hsmProtection');
    if (meter === 'unknownHsmKeys') sum.miss('keyTypes');
  }

  #account(command: Command, answer: Answer | Lost): KeyAccount {
    const { vault } = command;
    const view = 'lost' in answer ? undefined : answer.object;
    const name = (view?.name ?? ('name' in command ? command.name : '')).toLowerCase();
    const asked = 'version' in command ? command.version : undefined;
    const version = (view?.version ?? asked ?? this.#types.currentOf(vault, name))?.toLowerCase();
    const key = JSON.stringify([vault, name, version]);
    const account = this.#accounts.get(key) ?? newAccount(vault, name, version);
    this.#accounts.set(key, account);
    return account;
  }
}

const METERS_OF_HSM = { rsa2048: 'hsmKeys', advanced: 'advancedHsmKeys', unknown: 'unknownHsmKeys' } as const;

const METERS_OF_OPERATIONS = {
  rsa2048: 'keyOperations',
  advanced: 'advancedKeyOperations',
  unknown: 'unknownKeyOperations',
} as const;

function newAccount(vault: string, name: string, version: string | undefined): KeyAccount {
  return {
    vault,
    name,
    version,
    operations: [],
    shown: 0,
    uses: new KeyUses(),
    possibleUses: new KeyUses(),
    hasUndatedUse: false,
  };
}

function addOperations(sum: LedgerSum, { vault, operations, shown }: KeyAccount, { price }: KeyType): void {
  const meter = METERS_OF_OPERATIONS[price ?? 'unknown'];
  for (const { month, rules } of operations) {
    sum.add({ vault, month, meter, quantity: 1, rules: Object.fromEntries(rules.map((id) => [id, 1])) });
  }
  if (price === 'advanced') sum.assume('advancedRate', shown);
  if (price === undefined) sum.miss('keyTypes', operations.length);
}

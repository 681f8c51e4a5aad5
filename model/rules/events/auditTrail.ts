import type { Answer, Lost } from '../../answer.ts';
import type { Command } from '../../command.ts';
import { OPERATIONS } from '../../operations.ts';
import type { RuleId } from '../../rule.ts';
import { type AuditRecord, auditName, auditRecord } from './auditRecord.ts';

/** What a log says of one call. */
export type LoggedCall = Omit<AuditRecord, 'rule'>;

/** A call as it was made, which must be in the log. */
export interface MadeCall {
  readonly command: Command;
  readonly answer: Answer | Lost;
  /** True where no document says whether it is logged: what is asked for has no such path, or there is no such vault. */
  readonly isOptional?: boolean;
}

/** A kind of record of which a log has fewer or more than there were calls. */
export interface AuditDifference {
  /** `SecretPurge, 403 Forbidden`. */
  readonly record: string;
  readonly rule: RuleId;
  readonly logged: number;
  /** How many there must be at least, and may be at most. */
  readonly due: { readonly least: number; readonly most: number };
}

/** Counts of one kind of record. */
interface Count {
  readonly rule: RuleId;
  least: number;
  most: number;
  logged: number;
}

/**
 * EV-03, EV-04: each call leaves one record, the refused ones too. Records come in no order that counts (EV-05), so they
 * are counted. Those that neither plane's list of operations names are no matter.
 */
export function auditDifferences(
  calls: readonly MadeCall[],
  logged: readonly LoggedCall[],
): readonly AuditDifference[] {
  const counts = new Map<string, Count>();
  const count = (key: string, rule: RuleId): Count => {
    const known = counts.get(key) ?? { rule, least: 0, most: 0, logged: 0 };
    counts.set(key, known);
    return known;
  };
  // Clients ask without a token of their own accord, to be told where to get one.
  const open = new Set<string>([AUTHENTICATION]);
  for (const { command, answer, isOptional = false } of calls) {
    const record = 'lost' in answer ? undefined : auditRecord(command, answer);
    const name = auditName(command);
    // A recovery is a PUT like any other until it is known to be one: no list tells how a refused one is named.
    const mayBePut = name === 'VaultRecover' && record?.resultType !== 'Success';
    if (mayBePut) open.add('VaultPut').add('VaultRecover');
    else if (record && !isOptional) {
      const due = count(keyOf(record), record.rule);
      due.least += 1;
      due.most += 1;
    } else if (name !== undefined) open.add(name);
  }
  for (const record of logged) {
    if (isNamed(record)) count(keyOf(record), ruleOf(record)).logged += 1;
  }
  return [...counts].flatMap(([record, { rule, least, most, logged: seen }]) => {
    const isOpen = [...open].some((name) => record.startsWith(`${name},`));
    if (seen >= least && (seen <= most || isOpen)) return [];
    return [{ record, rule, logged: seen, due: { least, most } }];
  });
}

function keyOf({ operationName, resultType, resultSignature, httpStatusCode }: LoggedCall): string {
  const result = (resultType === 'Success') === httpStatusCode < 400 ? '' : `, as ${resultType}`;
  return `${operationName}, ${httpStatusCode} ${resultSignature}${result}`;
}

/** What calls are logged as whose token is not good. */
const AUTHENTICATION = 'Authentication';

const NAMES: ReadonlySet<string | undefined> = new Set([AUTHENTICATION, ...OPERATIONS.map(auditName)]);

/** Whether the lists of operations name what a record is of. */
function isNamed({ operationName }: LoggedCall): boolean {
  return NAMES.has(operationName);
}

function ruleOf({ operationName }: LoggedCall): RuleId {
  return operationName.startsWith('Vault') ? 'EV-04' : 'EV-03';
}

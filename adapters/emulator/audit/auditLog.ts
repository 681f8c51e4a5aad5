/** One call, as Azure's AuditEvent logs have it (EV-03, EV-04). */
export interface AuditRecord {
  /** Grows by one with each record. */
  readonly sequence: number;
  /** When the call came, ISO 8601. */
  readonly time: string;
  /** Such as `SecretGet`, `VaultPut`; `Authentication` for a call without a good token. */
  readonly operationName: string;
  readonly resultType: 'Success' | 'Failed';
  /** The phrase of the HTTP status: `OK`, `Not Found`. */
  readonly resultSignature: string;
  /** The code of a refusal, the inner one where there is one. */
  readonly resultDescription?: string;
  readonly callerIpAddress: string;
  /** Who called; empty where nobody was asked. */
  readonly identity: { readonly claim?: { readonly oid: string; readonly appid: string } };
  /** The vault, in lower case; absent for calls that concern none. */
  readonly vault?: string;
  readonly properties: {
    /** What was called: address without query. */
    readonly id: string;
    readonly clientInfo: string;
    readonly httpStatusCode: number;
  };
}

/** What is known of a call when it is over. */
export type AuditedCall = Omit<AuditRecord, 'sequence' | 'time'>;

/** Records that are kept; older ones are forgotten. */
const MOST_RECORDS = 10_000;

/** Records that a state file keeps. */
const LASTING_RECORDS = 1_000;

/** The record of every call to a vault or about one, the refused ones too. */
export class AuditLog {
  #records: AuditRecord[];
  #sequence: number;

  /** @param records what was recorded before. */
  constructor(records: readonly AuditRecord[] = []) {
    this.#records = [...records];
    this.#sequence = records.at(-1)?.sequence ?? 0;
  }

  /** Records a call at an instant (Unix seconds). */
  record(now: number, call: AuditedCall): void {
    this.#sequence += 1;
    this.#records.push({ sequence: this.#sequence, time: new Date(now * 1000).toISOString(), ...call });
    if (this.#records.length > 2 * MOST_RECORDS) this.#records = this.#records.slice(-MOST_RECORDS);
  }

  /** The records that outlast a restart: fewer, for they are written anew with every change. */
  lasting(): AuditRecord[] {
    return this.#records.slice(-LASTING_RECORDS);
  }

  /** The records after a sequence number, oldest first; those that are kept. */
  since(sequence: number): AuditRecord[] {
    return this.#records.slice(-MOST_RECORDS).filter((record) => record.sequence > sequence);
  }
}

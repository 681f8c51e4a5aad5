import type { MeterClass } from '../metering/meterClass.ts';

/** What an operation answers when it succeeds. */
export interface Answer {
  readonly status: number;
  /** Written as JSON; undefined for an answer without a body. */
  readonly body?: object;
  /** Besides those that every answer has. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As what the call is billed; ordinary operations when undefined. */
  readonly meter?: MeterClass;
  /** The `operationName` of its record in the log, where that is not the usual one of its route. */
  readonly audit?: string;
}

/** 200 with a JSON body. */
export function ok(body: object): Answer {
  return { status: 200, body };
}

/** 204, which has no body. */
export const NO_CONTENT: Answer = { status: 204 };

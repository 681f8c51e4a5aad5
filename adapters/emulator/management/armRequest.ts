import type { EmulatedService } from '../emulatedService.ts';
import type { Caller } from '../identity/caller.ts';
import type { Json } from '../objects/objectBody.ts';
import type { Answer } from '../requests/answer.ts';
import type { ArmApiVersion } from './armApiVersion.ts';

/** A request to Azure Resource Manager, after everything that concerns all requests has been checked. */
export interface ArmRequest {
  readonly service: EmulatedService;
  /** Unix seconds. */
  readonly now: number;
  readonly api: ArmApiVersion;
  /** Who calls; undefined where any token will do. */
  readonly caller: Caller | undefined;
  /** `https://` and the authority that the client used. */
  readonly baseUrl: string;
  /** The parts of the path that its route gives names to, as the client spelled them. */
  readonly params: Readonly<Record<string, string>>;
  /** A parameter of the query. */
  query(name: string): string | undefined;
  /** The JSON object of the body; throws a 400 when there is none. */
  body(): Json;
}

/** What is done for a request. Throws a ServiceError to refuse it. */
export type ArmOperation = (request: ArmRequest) => Answer | Promise<Answer>;

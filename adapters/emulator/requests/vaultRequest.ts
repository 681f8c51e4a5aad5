import type { EmulatedService } from '../emulatedService.ts';
import type { PageQuery } from '../objects/pageRequest.ts';
import type { Vault } from '../vaults/vault.ts';
import type { Answer } from './answer.ts';
import type { ApiVersion } from './apiVersion.ts';

/** A request to the data plane of a vault, after everything that concerns all requests has been checked. */
export interface VaultRequest {
  readonly service: EmulatedService;
  readonly vault: Vault;
  /** Unix seconds. */
  readonly now: number;
  /** `https://` and the authority that the client used: what ids in answers begin with. */
  readonly baseUrl: string;
  /** The same with the port always written out, as next links have it. */
  readonly portedUrl: string;
  readonly api: ApiVersion;
  /** As the client spelled it; empty where the path names no object. */
  readonly name: string;
  /** As the client spelled it; undefined when the path has none. */
  readonly version: string | undefined;
  readonly page: PageQuery;
  /** Whether a list is to show certificates that were never issued. */
  readonly includePending: boolean;
  /** The JSON object of the body; throws a 400 when there is none. */
  body(): Readonly<Record<string, unknown>>;
}

/** What is done for a request. Throws a ServiceError to refuse it. */
export type VaultOperation = (request: VaultRequest) => Answer | Promise<Answer>;

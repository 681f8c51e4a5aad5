import type { BackupSeal } from '../backups/backupSeal.ts';
import type { Lifecycle } from '../objects/lifecycle.ts';
import type { PageQuery } from '../objects/pageRequest.ts';
import type { ApiVersion } from '../requests/apiVersion.ts';
import type { Vault } from '../vaults/vault.ts';
import type { SecretVersion } from './secretVersion.ts';

/** A request about secrets, after everything that concerns all requests has been checked. */
export interface SecretRequest {
  readonly vault: Vault;
  readonly lifecycle: Lifecycle<SecretVersion>;
  /** Unix seconds. */
  readonly now: number;
  /** `https://` and the authority that the client used: what ids in answers begin with. */
  readonly baseUrl: string;
  /** The same with the port always written out, as next links have it. */
  readonly portedUrl: string;
  readonly api: ApiVersion;
  /** As the client spelled it; empty in lists and restore. */
  readonly name: string;
  /** As the client spelled it; undefined when the path has none. */
  readonly version: string | undefined;
  readonly page: PageQuery;
  /** The JSON object of the body; throws a 400 when there is none. */
  body(): Readonly<Record<string, unknown>>;
  /** A version id that no object of this emulator has. */
  newVersionId(): string;
  readonly backups: BackupSeal;
}

/** What an operation answers: the JSON body of a 200, or undefined for a 204. */
export type SecretOperation = (request: SecretRequest) => object | undefined;

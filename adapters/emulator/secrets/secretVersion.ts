import type { StoredVersion } from '../objects/storedObject.ts';

/** One version of a secret. Times are Unix seconds. */
export interface SecretVersion extends StoredVersion {
  readonly value: string;
  contentType: string | undefined;
  tags: Readonly<Record<string, string>> | undefined;
  enabled: boolean;
  /** Shown to clients; the service hands out the value before this time all the same. */
  notBefore: number | undefined;
  /** Shown to clients; the service hands out the value after this time all the same. */
  expires: number | undefined;
  readonly created: number;
  updated: number;
}

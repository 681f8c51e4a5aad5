/** How to reach a target. Everything may be left out: a preset knows what is usual. */
export interface TargetOptions {
  /** Base URL: scheme and authority, and a path where vaults stand under one. */
  readonly url?: string;
  /** A vault's name, or its URL; only for `azure`. */
  readonly vault?: string;
  /** `HOST:PORT` that every connection goes to, whatever the URL says. */
  readonly connect?: string;
  /** Sent as `Host` instead of the URL's authority; only for a plain URL and `pacorreia`. */
  readonly host?: string;
  /** File with the certificates of the authorities to trust, PEM. */
  readonly ca?: string;
  /** Take any certificate. Presets of emulators do so on loopback unless `ca` is given. */
  readonly insecure?: boolean;
  /** Shell command that prints a bearer token. */
  readonly tokenCommand?: string;
  /** Take tokens from DefaultAzureCredential; `azure` does so anyway. */
  readonly identity?: boolean;
  /** The `api-version` to send where a command does not say; 7.4 unless given. */
  readonly apiVersion?: string;
  /** Milliseconds that one call may take; 30,000 unless given. */
  readonly timeoutMs?: number;
  /** Over plain REST, or through `@azure/keyvault-secrets`; `rest` unless given. */
  readonly client?: 'rest' | 'sdk';
  /** What the names of a run begin with, only for `azure` and a plain URL; new for each run unless given. */
  readonly prefix?: string;
  /** Stop the target's clock between advances, where it can be stopped; true unless given. */
  readonly freeze?: boolean;
  /** Only for `embedded`: how deletions, recoveries and purges settle; at once unless given. */
  readonly settle?: 'none' | 'real';
  /** Only for `embedded`: what version ids and settle times are drawn with. */
  readonly seed?: number;
  /** The target's version, for logs and reports: few targets tell it themselves. */
  readonly version?: string;
  /**
   * Where `KEYVAULT_CONFORMANCE_TOKEN` is read, for a plain URL and `azure`; the process's own environment unless
   * given. Emulators never get the token in it: it is a real one, perhaps.
   */
  readonly environment?: NodeJS.ProcessEnv;
}

/**
 * What a config file can say: every option of `run` by its long name in camel case, as the command line takes it
 * (`budget: '2000calls'`, `timeout: 30`, `insecure: true`).
 */
export interface Config {
  readonly target?: string;
  readonly url?: string;
  readonly vault?: string;
  readonly connect?: string;
  readonly host?: string;
  readonly ca?: string;
  readonly insecure?: boolean;
  readonly tokenCommand?: string;
  readonly identity?: boolean;
  readonly apiVersion?: string;
  readonly timeout?: number;
  readonly client?: 'rest' | 'sdk';
  readonly prefix?: string;
  readonly settle?: 'none' | 'real';
  /** Names with commas between: `secret,vault`. */
  readonly kinds?: string;
  /** Names with commas between: `walk,boundaries`. */
  readonly strategy?: string;
  readonly seed?: number;
  /** `2000calls`, `60s`, or both with a comma between. */
  readonly budget?: string;
  readonly concurrency?: number;
  /** Rules and groups with commas between: `NR,PP-05`. */
  readonly only?: string;
  readonly known?: string;
  /** Formats with commas between: `json,junit`. */
  readonly report?: string;
  readonly out?: string;
  readonly json?: boolean;
  /** Seconds. */
  readonly purgeLag?: number;
  /** Seconds. */
  readonly settleLimit?: number;
  readonly shrinkCalls?: number;
}

/** Types a config file's default export: `export default defineConfig({ target: 'lowkey-vault' })`. */
export function defineConfig(config: Config): Config {
  return config;
}

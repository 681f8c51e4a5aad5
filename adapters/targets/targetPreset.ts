import { randomBytes } from 'node:crypto';
import type { Kind } from '../../model/command.ts';
import type { TargetSummary } from '../../model/event.ts';
import type { Adapter } from '../adapter.ts';
import type { TargetOptions } from './targetOptions.ts';

/** A kind of target that the harness knows how to reach. */
export interface TargetPreset {
  /** What users call it: `--target lowkey-vault`. */
  readonly id: string;
  /** What it is, one line. */
  readonly what: string;
  /** Where it is from: its project's page; absent for what needs none. */
  readonly from?: string;
  /** The version that this preset was last run against. */
  readonly version?: string;
  /** Lines that start it, each a way of its own; empty where nothing is to be started. */
  readonly start: readonly string[];
  /** Where it answers unless `url` says; absent where a user must say. */
  readonly url?: string;
  /** What it can do: capability to a short description. */
  readonly capabilities: { readonly [capability: string]: string };
  /** What it cannot do, each with what is therefore not judged. */
  readonly missing: { readonly [capability: string]: string };
  /** What a run explores there unless it is told otherwise; everything that the target keeps unless given. */
  readonly explored?: readonly Kind[];
  /**
   * Connects to one that runs, and asks it something, so that what is wrong shows at once.
   * @throws TargetTrouble when it cannot be asked
   */
  open(options: TargetOptions): Promise<Adapter>;
}

/** Versions of the API whose answers show less than the newest (LM-07). */
const EARLIER = /^(7\.0|2015-|2016-)/;

/**
 * What a log says of a target of this kind.
 * @param url where it answers
 * @param more what is known of this one target
 */
export function summaryOf(
  preset: TargetPreset,
  options: TargetOptions,
  url: string,
  more: Partial<TargetSummary> = {},
): TargetSummary {
  const { id, capabilities, missing } = preset;
  const version = options.version ?? more.version;
  const { apiVersion } = options;
  return {
    name: id,
    url,
    capabilities,
    missing,
    ...(options.client === 'sdk' && { client: 'sdk' }),
    ...(apiVersion !== undefined && EARLIER.test(apiVersion) && { apiVersion }),
    ...more,
    ...(version !== undefined && { version }),
  };
}

/** A vault's name that no other run uses: 12 characters that every target takes. */
export function freshVaultName(): string {
  return `kvc-${randomBytes(4).toString('hex')}`;
}

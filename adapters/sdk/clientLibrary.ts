import type { HttpClient } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type { Command } from '../../model/command.ts';

/**
 * A client of one vault: makes a command with one call of the library. Pollers are started and not waited for.
 * @param nextUrl the continuation of a list, as a URL of the vault's own address
 * @returns what the library answered, in words, without anything secret
 */
export type LibraryClient = (command: Command, nextUrl?: string) => Promise<string>;

/** What the clients of all libraries are made with, so that they send over our transport and send only once. */
export interface PipelineOptions {
  readonly httpClient: HttpClient;
  readonly allowInsecureConnection: boolean;
  readonly disableChallengeResourceVerification: boolean;
  readonly retryOptions: { readonly maxRetries: number };
  readonly redirectOptions: { readonly maxRetries: number };
}

/** One of the service's own client libraries for JavaScript. */
export interface ClientLibrary {
  /** Its package. */
  readonly name: string;
  /** Whether its types know an `api-version`. */
  knows(apiVersion: string): boolean;
  /** Why it has no way to say a command, beside what all of them cannot; undefined when it has. */
  inexpressible(command: Command): string | undefined;
  /**
   * @param base address of the vault
   * @param apiVersion one that the library knows
   */
  connect(
    base: string,
    credential: TokenCredential,
    options: PipelineOptions,
    apiVersion: string,
  ): LibraryClient;
}

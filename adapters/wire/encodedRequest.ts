/** A request, relative to the base address of the vault, or of the management plane for commands about vaults. */
export interface EncodedRequest {
  readonly method: string;
  /** Percent-encoded, starting with `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

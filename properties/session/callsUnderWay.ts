/** A call that is under way. */
export interface CallUnderWay {
  /** Names that other calls touched since it began. */
  readonly concurrent: ReadonlySet<string>;
  /** Takes note that its answer is there. */
  end(): void;
}

interface Entry {
  readonly name: string | undefined;
  readonly concurrent: Set<string>;
}

/** The calls that are under way at a time: what a list shows of a name that another call touches proves nothing. */
export class CallsUnderWay {
  readonly #entries = new Set<Entry>();

  /** Takes note that a call begins; about a name, or about none. */
  begin(name: string | undefined): CallUnderWay {
    const others = [...this.#entries].flatMap((entry) => entry.name ?? []);
    const entry: Entry = { name, concurrent: new Set(others) };
    if (name !== undefined) for (const other of this.#entries) other.concurrent.add(name);
    this.#entries.add(entry);
    return { concurrent: entry.concurrent, end: () => void this.#entries.delete(entry) };
  }
}

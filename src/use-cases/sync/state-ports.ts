/** A remembered value, with the version that a later change can rest on. */
export type State = {
  readonly key: string;
  readonly value: unknown;
  readonly version: number;
  readonly at: Date;
};

/** What the sync of a site remembers between invocations: JSON values by key. */
export type StateStore = {
  readonly read: (key: string) => Promise<State | null>;
  /** Those of these states that there are, by key. */
  readonly several: (keys: readonly string[]) => Promise<ReadonlyMap<string, State>>;
  /** Every state whose key begins so. */
  readonly beginning: (prefix: string) => Promise<readonly State[]>;
  readonly write: (key: string, value: unknown, at: Date) => Promise<void>;
  /** Forgets the value if it still has this version. */
  readonly forget: (state: Pick<State, "key" | "version">) => Promise<void>;
  /** Whether nobody was told so since then: whoever is does what is due. */
  readonly claimOnce: (key: string, now: Date, since: Date) => Promise<boolean>;
};

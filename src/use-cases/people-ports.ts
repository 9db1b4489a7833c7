export type PeopleStore = {
  /** Projects the person may browse as last checked, no older than 60 s; null when not known. */
  readonly browsableProjects: (
    accountId: string,
    now: Date,
  ) => Promise<ReadonlyMap<string, boolean> | null>;
  readonly putBrowsableProjects: (
    accountId: string,
    now: Date,
    projects: ReadonlyMap<string, boolean>,
  ) => Promise<void>;
  /** The answer given before to this person's action of this key; null when the key is new. */
  readonly answered: (accountId: string, key: string) => Promise<unknown>;
  readonly putAnswered: (
    accountId: string,
    key: string,
    answer: unknown,
    at: Date,
  ) => Promise<void>;
};

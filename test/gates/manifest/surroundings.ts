/** What the manifest must agree with. */
export type Surroundings = {
  /** Names that src/index.ts exports. */
  readonly exports: readonly string[];
  /** Module keys that the browser build has a surface for. */
  readonly surfaces: readonly string[];
  /** The default locale's file. */
  readonly texts: Readonly<Record<string, string>>;
  /** Product and lifecycle events that Forge knows. */
  readonly events: ReadonlySet<string>;
};

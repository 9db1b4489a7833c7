import type { Settings } from "../../domain/settings";

/** Settings with the version they were read at; version 0 are the defaults that nobody has changed. */
export type DecidedSettings = { readonly settings: Settings; readonly version: number };

export type SettingsStore = {
  readonly decided: () => Promise<DecidedSettings>;
  /** Writes the settings if the stored version is still this one; false when somebody was faster. */
  readonly decide: (decided: DecidedSettings, at: Date) => Promise<boolean>;
};

/** A field in which issues may carry story points. */
export type NumberField = {
  readonly id: string;
  readonly name: string;
  /** Its type or name says that it holds story points. */
  readonly found: boolean;
};

/** The field by which a board estimates; null for issue count and other statistics. */
export type BoardEstimate = {
  readonly boardName: string;
  readonly projectKey: string | null;
  readonly fieldId: string | null;
};

/** How a site estimates. */
export type Estimation = {
  readonly fields: readonly NumberField[];
  /** The first boards of the site, in the order Jira gives them. */
  readonly boards: readonly BoardEstimate[];
  /** Whether there are more boards than were read. */
  readonly more: boolean;
};

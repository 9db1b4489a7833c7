/** A goal whose links are to be read. */
export type GoalToRead = {
  readonly goalId: string;
  /** When that was asked for. */
  readonly since: Date;
};

/** Parents of a level, and how far their children are searched and read. */
export type OpenParents = {
  /** Still to be searched, from where a page of the first of these searches ended. */
  readonly parentIds: readonly string[];
  readonly from: string | null;
  /** Searched last, with the children that were found, which may not all be read: no hour's end costs a search again. */
  readonly searched: readonly string[];
  readonly found: readonly string[];
  /** Whose parents they are: goals, and how many each has, until they are counted as read. */
  readonly byGoal: readonly (readonly [string, number])[];
};

/** Where a pass stands: what comes before has been read and written down. */
export type Place =
  | { readonly step: "join" }
  /** Issues that links name, up to this id. */
  | { readonly step: "roots"; readonly after: string }
  /** What rules match, up to this link, and up to where the search of the next one came. */
  | {
      readonly step: "rules";
      readonly after: string;
      readonly open: { readonly linkId: string; readonly from: string } | null;
    }
  /** Children of a level's issues: those of so many goals, and of the next goal up to this issue, but not yet of `open`. */
  | {
      readonly step: "below";
      readonly level: number;
      readonly goals: number;
      readonly after: string;
      readonly open: OpenParents | null;
    }
  /** What is no longer met is forgotten. */
  | { readonly step: "forget" }
  /** What a number needs to know beside its items. */
  | { readonly step: "know" }
  /** Scopes of so many goals, and of the next goal up to this issue. */
  | { readonly step: "scopes"; readonly goals: number; readonly after: string }
  | { readonly step: "numbers" };

/**
 * One reading of the links of several goals together, so that Jira is asked once for what they share. One pass is under
 * way at a time on a site. It can be gone on with after a crash anywhere.
 */
export type Pass = {
  /** Grows from pass to pass; the links that it reads carry it. */
  readonly number: number;
  /** Names whoever works on it: who comes later takes it over, and who came before stops. */
  readonly turn: string;
  /** How often it was taken over without coming further. */
  readonly turns: number;
  readonly goals: readonly GoalToRead[];
  /** Goals of a pass that did not come further, to be read one by one. */
  readonly alone: readonly string[];
  /** Facts that were read since then are as new as this pass needs: since the last of its goals was asked for. */
  readonly freshSince: Date;
  readonly at: Place;
};

/** The pass under way, null when there is none, and the version that a change can rest on. */
export type KeptPass = { readonly pass: Pass | null; readonly version: number };

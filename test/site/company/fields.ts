import type { ChangeLine } from "../jira/import/issue-line";
import type { Draft, Ref, Sprint, Version } from "./draft";
import type { LinkName, ResolutionName, StatusName } from "./vocabulary";

/** The fields of an issue that change in its life. */
export type Fields = {
  readonly status: StatusName;
  readonly resolution: ResolutionName | null;
  readonly resolvedAt: number | null;
  readonly assignee: string | null;
  readonly points: number | null;
  readonly originalSeconds: number | null;
  readonly remainingSeconds: number | null;
  readonly spentSeconds: number | null;
  readonly versions: readonly Version[];
  readonly sprints: readonly Sprint[];
  readonly parent: Ref | null;
  readonly links: readonly Link[];
};

export type Link = {
  readonly name: LinkName;
  readonly direction: "inward" | "outward";
  readonly to: Ref;
};

/** The fields after a change, and what the changelog says of it: nothing when nothing changed. */
export type Applied = {
  readonly fields: Fields;
  readonly items: readonly Omit<ChangeLine, "at" | "by">[];
};

export function fieldsAtCreation(draft: Draft): Fields {
  return {
    status: draft.status,
    resolution: null,
    resolvedAt: null,
    assignee: null,
    points: draft.points,
    originalSeconds: draft.estimateSeconds,
    remainingSeconds: draft.estimateSeconds,
    spentSeconds: null,
    versions: draft.version === null ? [] : [draft.version],
    sprints: [],
    parent: draft.parent,
    links: [],
  };
}

/** Keys of Jira's four status categories; `undefined` is Jira's "No Category". */
export type CategoryKey = "undefined" | "new" | "indeterminate" | "done";

export type Status = { readonly id: string; readonly name: string; readonly category: CategoryKey };

export type IssueType = {
  readonly id: string;
  readonly name: string;
  /** -1 sub-task, 0 base, 1 epic, higher above. */
  readonly level: number;
};

export type Project = { readonly id: string; readonly key: string; readonly name: string };

export type Named = { readonly id: string; readonly name: string };

export type Component = Named & { readonly projectId: string };

export type Version = Named & {
  readonly projectId: string;
  /** What the data say of their end; on a day before `releaseDate` the version is not released yet. */
  readonly released: boolean;
  /** yyyy-mm-dd */
  readonly releaseDate: string | null;
};

export type Sprint = {
  readonly id: number;
  readonly name: string;
  readonly boardId: number;
  readonly state: string;
  /** Epoch milliseconds, null when not set. */
  readonly start: number | null;
  readonly end: number | null;
  readonly complete: number | null;
};

export type Board = { readonly id: number; readonly name: string; readonly projectId: string };

export type LinkType = Named & { readonly inward: string; readonly outward: string };

export type Person = { readonly accountId: string; readonly displayName: string };

/** What a Jira site has beside issues, each table by id (people by account id). */
export type Catalog = {
  readonly statuses: ReadonlyMap<string, Status>;
  readonly types: ReadonlyMap<string, IssueType>;
  readonly priorities: ReadonlyMap<string, Named>;
  readonly resolutions: ReadonlyMap<string, Named>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly versions: ReadonlyMap<string, Version>;
  readonly components: ReadonlyMap<string, Component>;
  readonly sprints: ReadonlyMap<string, Sprint>;
  readonly boards: ReadonlyMap<number, Board>;
  readonly securityLevels: ReadonlyMap<string, Named>;
  /** By the words of either end, "blocks" and "is blocked by". */
  readonly linkTypes: ReadonlyMap<string, LinkType>;
  readonly people: ReadonlyMap<string, Person>;
};

/** The version is released once its release date has come, or has none. */
export function isReleased(version: Version, now: number): boolean {
  if (!version.released || version.releaseDate === null) return version.released;
  return version.releaseDate <= new Date(now).toISOString().slice(0, 10);
}

/** Where a sprint stands at an instant. */
export function sprintState(sprint: Sprint, now: number): "future" | "active" | "closed" {
  if (sprint.start === null || sprint.start > now) return "future";
  const closedAt = sprint.complete ?? (sprint.state === "closed" ? sprint.end : null);
  return closedAt !== null && closedAt <= now ? "closed" : "active";
}

/** Keys of Jira's four status categories; `undefined` is Jira's "No Category". */
export type CategoryKey = "undefined" | "new" | "indeterminate" | "done";

export type Status = { readonly id: string; readonly name: string; readonly category: CategoryKey };

export type IssueType = {
  readonly id: string;
  readonly name: string;
  /** -1 sub-task, 0 base, 1 epic, higher above. */
  readonly level: number;
};

export type Project = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  /** Keys that it had before: queries still find it by them. */
  readonly formerKeys?: readonly string[];
};

export type Named = { readonly id: string; readonly name: string };

export type Component = Named & { readonly projectId: string };

export type Version = Named & {
  readonly projectId: string;
  /** What the data say of their end; on a day before `releaseDate` the version is not released yet. */
  readonly released: boolean;
  /** yyyy-mm-dd */
  readonly releaseDate: string | null;
  /** When somebody released it in the site, whatever its date says. */
  readonly releasedAt?: number;
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

export type Board = {
  readonly id: number;
  readonly name: string;
  readonly projectId: string;
  /** Boards of projects with sprints are scrum boards. */
  readonly type: "scrum" | "kanban";
};

export type LinkType = Named & { readonly inward: string; readonly outward: string };

export type Person = {
  readonly accountId: string;
  readonly displayName: string;
  readonly emailAddress?: string;
};

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

/** The version is released once its release date has come, has none, or somebody released it. */
export function isReleased(version: Version, now: number): boolean {
  const at = releasedAt(version);
  return version.released && (at === null || at <= now);
}

/** Midnight of the release date, or the instant of a release by hand; null when there is none or nobody knows. */
export function releasedAt({ released, releaseDate, releasedAt: at }: Version): number | null {
  if (!released) return null;
  return at ?? (releaseDate === null ? null : Date.parse(releaseDate));
}

/** When a sprint ended or will end, as far as the data say. */
export function closedAt({ complete, state, end }: Sprint): number | null {
  return complete ?? (state === "closed" ? end : null);
}

/** Where a sprint stands at an instant. */
export function sprintState(sprint: Sprint, now: number): "future" | "active" | "closed" {
  if (sprint.start === null || sprint.start > now) return "future";
  const at = closedAt(sprint);
  return at !== null && at <= now ? "closed" : "active";
}

import { z } from "zod/mini";
import { completeLine } from "./complete-line";
import type { KnownPerson } from "./people";

const digits = z.string().check(z.regex(/^\d{1,15}$/, "expected a decimal id"));
const instant = z.iso.datetime({ offset: true, error: "expected an ISO instant" });
const text = z.nullable(z.string());
const amount = z.nullable(z.number());

const changeLine = z.object({
  at: instant,
  by: text,
  field: z.string(),
  from: text,
  to: text,
  fromString: text,
  toString: text,
  /** Free text: only time and field name were kept. */
  redacted: z.optional(z.boolean()),
});

const line = z.object({
  site: z.string(),
  project: z.string(),
  projectName: z.string(),
  key: z.string().check(z.regex(/^[A-Z][A-Z0-9_]*-\d+$/, "expected an issue key")),
  id: z.nullable(digits),
  type: z.string(),
  subtask: z.boolean(),
  /** 1 epic, 0 base, -1 sub-task; 2 and more above epics. */
  hierarchyLevel: z.int(),
  /** Key of a sub-task's parent, or of a parent above epics. */
  parent: text,
  /** Key of the epic. */
  epic: text,
  summary: z.string(),
  status: z.string(),
  statusId: z.nullable(digits),
  statusCategory: z.enum(["new", "indeterminate", "done"]),
  priority: text,
  assignee: text,
  reporter: text,
  created: instant,
  updated: instant,
  resolved: z.nullable(instant),
  resolution: text,
  dueDate: text,
  storyPoints: amount,
  originalEstimateSec: amount,
  remainingEstimateSec: amount,
  timeSpentSec: amount,
  labels: z.array(z.string()),
  components: z.array(z.string()),
  fixVersions: z.array(
    z.object({
      id: z.nullable(digits),
      name: z.string(),
      released: z.boolean(),
      releaseDate: text,
    }),
  ),
  sprints: z.array(
    z.object({
      id: z.nullable(z.union([digits, z.int()])),
      name: z.string(),
      state: z.string(),
      start: text,
      end: text,
      complete: text,
    }),
  ),
  subtasks: z.array(z.string()),
  links: z.array(
    z.object({
      type: z.string(),
      direction: z.enum(["inward", "outward"]),
      text: z.string(),
      key: z.string(),
    }),
  ),
  commentCount: z.int(),
  historyBasis: z.enum(["full", "derived-time-in-status", "none"]),
  /** Name of the issue security level; exports do not carry it. */
  securityLevel: z.optional(z.string()),
  changelog: z.array(changeLine),
});

type DeepReadonly<T> = T extends readonly (infer E)[]
  ? readonly DeepReadonly<E>[]
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** A line as it was read; whoever writes one by hand need not number the issue. */
export type UnnumberedLine = DeepReadonly<z.infer<typeof line>>;
/** One issue of an export, with its whole history; instants are ISO 8601, people are pseudonyms. */
export type IssueLine = Omit<UnnumberedLine, "id" | "fixVersions"> & {
  readonly id: string;
  readonly fixVersions: readonly (UnnumberedLine["fixVersions"][number] & {
    readonly id: string;
  })[];
};
/** One changed field; items of one edit share `at` and `by`. */
export type ChangeLine = IssueLine["changelog"][number];
/** Status name → status category key, as in `<name>.statuses.json`. */
export type StatusCategories = Readonly<Record<string, "new" | "indeterminate" | "done">>;

export type ParsedLine =
  | { readonly ok: true; readonly line: UnnumberedLine }
  | { readonly ok: false; readonly reason: string };

/** Reads one issue of an export, complete or shortened; the reason names the first member that is wrong. */
export function parseIssueLine(input: unknown, statuses: StatusCategories = {}): ParsedLine {
  const parsed = line.safeParse(completeLine(input, statuses), {
    error: z.locales.en().localeError,
  });
  if (!parsed.success) return { ok: false, reason: firstReason(parsed.error.issues) };
  return { ok: true, line: parsed.data };
}

const statusesFile = z.object({
  statuses: z.record(z.string(), z.enum(["new", "indeterminate", "done"])),
});

/** Reads the statuses file beside an export; null when it is not one. */
export function parseStatuses(input: unknown): StatusCategories | null {
  const parsed = statusesFile.safeParse(input);
  return parsed.success ? parsed.data.statuses : null;
}

/** Categories as the issues' own present statuses tell them. */
export function categoriesOf(lines: readonly UnnumberedLine[]): StatusCategories {
  return Object.fromEntries(lines.map((each) => [each.status, each.statusCategory]));
}

const peopleFile = z.object({ people: z.record(z.string(), z.string()) });

/** Reads the names of people beside an export, by account id; null when it is not such a file. */
export function parsePeople(input: unknown): ReadonlyMap<string, KnownPerson> | null {
  const parsed = peopleFile.safeParse(input);
  if (!parsed.success) return null;
  const people = Object.entries(parsed.data.people);
  return new Map(people.map(([accountId, displayName]) => [accountId, { displayName }]));
}

function firstReason(issues: readonly z.core.$ZodIssue[]): string {
  const first = issues[0];
  if (first === undefined) return "not an issue line";
  const where = first.path.length === 0 ? "" : `${first.path.map(String).join(".")}: `;
  return `${where}${first.message}`;
}

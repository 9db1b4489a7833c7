import type { Role } from "../../domain/histogram";
import { rolesOf } from "../../domain/role";
import type { Progress } from "../../domain/rollup";
import type { CountingRule } from "../../domain/rule";
import type { Pools } from "../../domain/size-pool";
import { progressOf } from "../weigh-children";
import { placedRow } from "./placed-row";
import type { SummaryAsRolled } from "./roll-ports";
import type { KnownWork, PlaceableIssue, VerifyStore } from "./verify-ports";

/** What the rows of a scope say, as sums that do not depend on their order. */
export type ScopeSums = Pick<SummaryAsRolled, "prints" | "settleMilliseconds">;

type Goal = { readonly id: string; readonly countSubTasks: boolean };
type Given = {
  readonly droppedResolutions: readonly string[];
  /** By project; nobody has read that of a project that is not among them. */
  readonly settleDays: ReadonlyMap<string, number>;
  readonly work: KnownWork;
  readonly printOf: VerifyStore["printOf"];
};

/** What links and facts make of each goal. */
export type Expected = {
  /** What its scope has to say by its links and those of the goals that count in it. */
  readonly scope: (goal: Goal) => ScopeSums;
  /** The progress of its own links alone; null when they bring nothing. */
  readonly own: (
    goal: Goal & { readonly rule: CountingRule },
    at: { readonly pools: Pools; readonly asOf: Date },
  ) => Progress | null;
};

export function expectedOf(given: Given): Expected {
  const { work, droppedResolutions } = given;
  const settleDays = Object.fromEntries(given.settleDays);
  return {
    scope: expectedScopes(given),
    own: (goal, at) => {
      const ids = work.members.get(goal.id);
      if (ids === undefined) return null;
      const items = ids.flatMap((id) => work.issues.get(id)?.item ?? []);
      const { rule, countSubTasks } = goal;
      return progressOf({ items, rule, countSubTasks, droppedResolutions, settleDays, ...at });
    },
  };
}

function expectedScopes(given: Given): Expected["scope"] {
  const { work } = given;
  const sumsOf = rememberedSums(given);
  return (goal) => {
    const ids = new Set(
      (work.counting.get(goal.id) ?? []).flatMap((each) => work.members.get(each) ?? []),
    );
    const issues = [...ids].flatMap((id) => work.issues.get(id) ?? []);
    const roles = rolesOf(
      issues.map(({ item }) => item),
      goal,
    );
    let prints = 0;
    let settleMilliseconds = 0;
    for (const issue of issues) {
      const own = sumsOf(issue, roles.get(issue.item.id) ?? "leaf");
      prints += own.prints;
      settleMilliseconds += own.settleMilliseconds;
    }
    return { prints, settleMilliseconds };
  };
}

/** An issue says the same in every scope in which it has the same role. */
function rememberedSums(given: Given): (issue: PlaceableIssue, role: Role) => ScopeSums {
  const byRole = new Map<Role, Map<PlaceableIssue, ScopeSums>>();
  return (issue, role) => {
    const known = byRole.get(role) ?? new Map<PlaceableIssue, ScopeSums>();
    byRole.set(role, known);
    const before = known.get(issue);
    if (before !== undefined) return before;
    const sums = sumsOfRow(rowOf(issue, role, given), given.printOf);
    known.set(issue, sums);
    return sums;
  };
}

const rowOf = (issue: PlaceableIssue, role: Role, { droppedResolutions, settleDays }: Given) =>
  placedRow(issue, role, {
    droppedResolutions,
    settleDays: settleDays.get(issue.item.projectId) ?? null,
  });

function sumsOfRow(row: ReturnType<typeof placedRow>, printOf: Given["printOf"]): ScopeSums {
  const { doneSince } = row.item;
  const isTimed = row.settleAt !== null && doneSince !== null;
  return {
    prints: printOf(row),
    settleMilliseconds: isTimed ? row.settleAt.getTime() - doneSince.getTime() : 0,
  };
}

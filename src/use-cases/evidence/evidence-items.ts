import type { Answer } from "../../contract/answer";
import type { EvidenceItems } from "../../contract/evidence";
import type { ItemClassName } from "../../contract/words";
import type { ItemView } from "../../contract/progress";
import { classOf, settleAtOf } from "../../domain/classes";
import { compareIds } from "../../domain/compare-ids";
import { isSettled, type Leaf, leavesOf } from "../../domain/leaves";
import { daysWithoutEvidence } from "../../domain/settle-time";
import { sizingOf } from "../../domain/sizing";
import { itemView } from "../item-view";
import { findVisible, isRefused } from "../permissions";
import type { ViewerPorts } from "../ports";
import { answered } from "../refusal";
import type { GoalRow, ScopeRow } from "../store-ports";
import { figuresOf } from "./figures-of";
import { knownPastOf } from "./known-past";
import { pastProjects } from "./past-projects";
import { pastState, type State } from "./past-state";
import { presentState } from "./present-state";

type Filter = {
  readonly classes?: readonly ItemClassName[] | undefined;
  readonly unsized?: boolean | undefined;
  readonly issueIds?: readonly string[] | undefined;
};

type Asked = {
  readonly goalId: string;
  readonly at?: string | undefined;
  readonly filter: Filter;
  readonly after?: string | undefined;
  readonly limit: number;
};

/** The items of a goal as they are or were, filtered, page by page. */
export async function evidenceItems(
  ports: ViewerPorts,
  asked: Asked,
): Promise<Answer<EvidenceItems>> {
  const found = await findVisible(ports, asked.goalId);
  if (isRefused(found)) return found;
  const state = await stateOf(ports, found.row, instantBefore(ports.now(), asked.at));
  if (state === null) return answered({ items: [], next: null, matching: 0 });
  const matching = matchingLeaves(state, asked.filter);
  const after = asked.after ?? "0";
  const later = matching.filter(({ item }) => compareIds(item.id, after) > 0);
  const page = later.slice(0, asked.limit);
  return answered({
    items: await viewsOf(ports, page, state),
    next: later.length > page.length ? (page.at(-1)?.item.id ?? null) : null,
    matching: state.seen.details ? matching.length : null,
  });
}

/** Null for now and later. */
function instantBefore(now: Date, at: string | undefined): Date | null {
  const instant = at === undefined ? now : new Date(at);
  return instant < now ? instant : null;
}

async function stateOf(ports: ViewerPorts, row: GoalRow, at: Date | null): Promise<State | null> {
  if (at !== null) {
    const past = await knownPastOf(ports, row.goal);
    return pastState(ports, { past, projects: pastProjects(ports, past.words), at });
  }
  return row.rollup === null ? null : presentState(ports, row, row.rollup);
}

/** What the person may see of what they ask for, in ascending id. */
function matchingLeaves({ known, seen }: State, filter: Filter): readonly Leaf[] {
  const { scope } = known;
  const wanted = filter.issueIds === undefined ? null : new Set(filter.issueIds);
  const passes = (leaf: Leaf) =>
    (wanted === null || wanted.has(leaf.item.id)) &&
    (filter.classes === undefined || filter.classes.includes(classIn(leaf))) &&
    (filter.unsized === undefined || filter.unsized === isUnsized(leaf));
  return leavesOf(scope)
    .filter((leaf) => seen.sees(leaf.item.id) && passes(leaf))
    .toSorted((a, b) => compareIds(a.item.id, b.item.id));

  function classIn({ item, dropped }: Leaf) {
    const settled = isSettled(item, scope);
    return classOf({
      category: item.category,
      dropped,
      settled,
      openSubTask: item.openSubTasks > 0,
    });
  }

  function isUnsized({ item, role }: Leaf) {
    return sizingOf(item, role, scope.rule, scope.pools).kind !== "own";
  }
}

/** Titles are those of today, as the person sees them; what Jira does not give is left out. */
async function viewsOf(
  { viewer }: ViewerPorts,
  leaves: readonly Leaf[],
  { known, seen }: State,
): Promise<ItemView[]> {
  const issues = await viewer.see(leaves.map(({ item }) => item.id));
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  const figures = figuresOf(known);
  return leaves.flatMap((leaf) => {
    const issue = byId.get(leaf.item.id);
    if (issue === undefined) return [];
    const view = itemView(rowOf(leaf, known), issue, figures);
    return [seen.details ? view : { ...view, contribution: null }];
  });
}

function rowOf({ item, role, dropped }: Leaf, { scope, standings }: State["known"]): ScopeRow {
  const standing = standings.get(item.id);
  return {
    item,
    role,
    dropped,
    key: standing?.key ?? "",
    secured: standing?.secured ?? true,
    settleAt: settleAtOf(item, scope.settleDays[item.projectId] ?? daysWithoutEvidence),
  };
}

import type { Role } from "../../domain/histogram";
import { rolesOf, type Kin } from "../../domain/role";
import type { Settings } from "../../domain/settings";
import { knowSubTasks } from "../know-sub-tasks";
import type { Ports } from "../ports";
import { preparedProjects } from "../prepare-projects";
import { placedRow } from "./placed-row";
import type { PlacedRow, Placement } from "./sync-ports";

/**
 * Places these issues in every scope that reaches them and takes them out of those that no longer do. The goals are
 * marked before their state is read, so that what is written carries a later stamp than anything read before these
 * issues changed, and after it is written, so that no number computed in between stays.
 */
export async function placeIssues(
  ports: Ports,
  issueIds: readonly string[],
  settings: Dropping,
): Promise<void> {
  if (issueIds.length === 0) return;
  const { store, now } = ports;
  await store.sync.markGoalsOf(issueIds);
  let placements = await store.scope.placements(issueIds);
  if (await learnMore(ports, placements)) placements = await store.scope.placements(issueIds);
  if (placements.length === 0) return;
  const rows = rowsOf(placements, settings);
  await store.scope.place(rows, now());
  await store.sync.markGoals(rows.map(({ goalId }) => goalId));
}

type Dropping = Pick<Settings, "droppedResolutions">;

/** Reads what the places depend on and nobody has read yet; whether there was any. */
async function learnMore(ports: Ports, placements: readonly Placement[]): Promise<boolean> {
  const unsettled = placements.flatMap(({ issue, settleDays }) =>
    issue === null || settleDays !== null ? [] : [issue.item.projectId],
  );
  if (unsettled.length > 0) await preparedProjects(ports, [...new Set(unsettled)]);
  const timed = placements.flatMap(({ issue, rule, knowsSubTasks }) =>
    issue === null || rule !== "time" || knowsSubTasks ? [] : [issue],
  );
  const known = timed.length > 0 && (await knowSubTasks(ports, timed));
  return known || unsettled.length > 0;
}

function rowsOf(placements: readonly Placement[], settings: Dropping): readonly PlacedRow[] {
  const byGoal = new Map<string, Placement[]>();
  for (const placement of placements) {
    const own = byGoal.get(placement.goalId);
    if (own === undefined) byGoal.set(placement.goalId, [placement]);
    else own.push(placement);
  }
  return [...byGoal.values()].flatMap((own) => {
    const roles = rolesWithin(own);
    return own.map((placement) => rowOf(placement, roles, settings));
  });
}

/** Roles of the issues of one goal; of the rest of its scope only their nearest kin matters. */
function rolesWithin(placements: readonly Placement[]): ReadonlyMap<string, Role> {
  const above = placements.flatMap(parentWithin);
  const below = placements.flatMap(childrenWithin);
  const own = placements.flatMap(({ issue }) => (issue === null ? [] : [issue.item]));
  // One issue may be several at once: the later in this order knows more of its own parent.
  const items = new Map<string, Kin>([...above, ...below, ...own].map((each) => [each.id, each]));
  return rolesOf([...items.values()], {
    countSubTasks: placements.some(({ countSubTasks }) => countSubTasks),
  });
}

const unknown = { hasChildren: false, hasSubTasks: false };

function parentWithin({ issue, parentIn }: Placement): readonly Kin[] {
  const parentId = issue?.item.parentId ?? null;
  return parentIn && parentId !== null
    ? [{ id: parentId, parentId: null, level: 0, ...unknown }]
    : [];
}

/** Any child stands for all of its kind. */
function childrenWithin({ issue, childIn, subTaskIn }: Placement): readonly Kin[] {
  if (issue === null) return [];
  const { id } = issue.item;
  return [
    ...(childIn ? [{ id: `a child of ${id}`, parentId: id, level: 0, ...unknown }] : []),
    ...(subTaskIn ? [{ id: `a sub-task of ${id}`, parentId: id, level: -1, ...unknown }] : []),
  ];
}

function rowOf(
  { goalId, issueId, stamp, issue, settleDays }: Placement,
  roles: ReadonlyMap<string, Role>,
  { droppedResolutions }: Dropping,
): PlacedRow {
  if (issue === null) return { goalId, issueId, stamp, row: null };
  const role = roles.get(issue.item.id) ?? "leaf";
  const placed = placedRow(issue, role, { droppedResolutions, settleDays });
  return { goalId, issueId, stamp, row: { ...placed, key: issue.key } };
}

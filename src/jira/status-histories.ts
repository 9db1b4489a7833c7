import { route } from "@forge/api";
import * as z from "zod/mini";
import { reopeningsNeeded, type StatusHistory } from "../domain/settle-time";
import type { AskJira } from "./ask-jira";
import { type ChangeItem, readChangelogs } from "./changelogs";
import { fetchIssues } from "./fetch-issues";
import { instant } from "./instant";
import { idsIn } from "./jql";
import { categoryOf } from "./read-issue";
import { ownIds, searchIds } from "./search";

/**
 * When the issues of a project entered and left Done. Of an issue that was Done from its first day the changelog does
 * not tell since when, so its creation is read as well; that is left out while too few reopenings are known for the
 * settle time to depend on it. Null where Jira refuses the project: the app may not browse it.
 */
export async function statusHistories(
  asker: AskJira,
  projectId: string,
  doneStatusesOfSite: () => Promise<IsDone>,
): Promise<readonly StatusHistory[] | null> {
  const inProject = idsIn("project", [projectId]);
  const issues = await searchIds(asker, inProject);
  if (issues.kind === "refused") return null;
  const isDone = await doneStatusesOfSite();
  const changes = await statusChanges(asker, issues.ids);
  const told = [...changes].map(([issueId, own]) => historyOf(issueId, own, isDone));
  if (!dependsOnTheRest(told)) return told;
  const silent = (await ownIds(asker, `${inProject} AND statusCategory = Done`)).filter(
    (id) => !changes.has(id),
  );
  const begunDone = told.filter((each) => each.startsDone).map((each) => each.issueId);
  const created = await creations(asker, [...silent, ...begunDone]);
  return [
    ...told.map((each) => ({ ...each, createdAt: created.get(each.issueId) ?? each.createdAt })),
    ...silent.flatMap((issueId) => {
      const createdAt = created.get(issueId);
      return createdAt === undefined ? [] : [{ issueId, createdAt, startsDone: true, changes: [] }];
    }),
  ];
}

/** Status changes by issue, oldest first; issues without any are left out. */
async function statusChanges(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChangeItem[]>> {
  const told = await readChangelogs(asker, issueIds, ["status"]);
  const isOfStatus = ({ fieldId, field }: ChangeItem) => fieldId === "status" || field === "status";
  const own = [...told].map(([id, items]) => [id, items.filter(isOfStatus)] as const);
  return new Map(own.filter(([, items]) => items.length > 0));
}

const statusList = z.array(
  z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }),
);

/** Whether a status, by its id, is of the category Done. */
export type IsDone = (statusId: string | null) => boolean;

export async function doneStatuses({ ask }: AskJira): Promise<IsDone> {
  const answer = statusList;
  const statuses = await ask({ name: "status", path: route`/rest/api/3/status`, answer });
  const done = new Set(
    statuses
      .filter(({ statusCategory }) => categoryOf(statusCategory.key) === "done")
      .map(({ id }) => id),
  );
  return (statusId) => statusId !== null && done.has(statusId);
}

function historyOf(issueId: string, changes: readonly ChangeItem[], isDone: IsDone): StatusHistory {
  const [first] = changes;
  const startsDone = isDone(first?.from ?? null);
  let done = startsDone;
  const crossings: { readonly at: Date; readonly done: boolean }[] = [];
  for (const { at, to } of changes) {
    if (isDone(to) === done) continue;
    done = !done;
    crossings.push({ at, done });
  }
  return { issueId, createdAt: first?.at ?? new Date(0), startsDone, changes: crossings };
}

/** Whether enough reopenings are known for the settle time to be more than the days given for want of evidence. */
function dependsOnTheRest(histories: readonly StatusHistory[]): boolean {
  const reopenings = histories.flatMap(({ changes }) => changes.filter(({ done }) => !done));
  return reopenings.length >= reopeningsNeeded;
}

const creation = z.object({ id: z.string(), fields: z.object({ created: instant }) });

async function creations(
  asker: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const asked = { fields: ["created"], issue: creation };
  const issues = await fetchIssues(asker, issueIds, asked);
  return new Map(issues.map(({ id, fields }) => [id, fields.created]));
}

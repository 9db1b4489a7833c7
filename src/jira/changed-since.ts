import * as z from "zod/mini";
import type { ChangedIssue, Jira, JqlRefused } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { type ChangeWindow, jqlOf, windowsOf } from "./change-windows";
import { chunksOf } from "./chunks";
import { instant } from "./instant";
import { idsIn } from "./jql";
import { search } from "./search";
import { withoutRefused } from "./without-refused";

const projectsPerQuery = 200;

const changed = z.pipe(
  z.object({
    id: z.string(),
    fields: z.object({
      updated: instant,
      parent: z.optional(z.nullable(z.object({ id: z.string() }))),
    }),
  }),
  z.transform(({ id, fields }): ChangedIssue => ({
    id,
    updatedAt: fields.updated,
    parentId: fields.parent?.id ?? null,
  })),
);

type Asked = Parameters<Jira["changedSince"]>[0];
type OnPage = Parameters<Jira["changedSince"]>[1];

/**
 * Issues that were updated in that time: of these projects, or of all where none are named. What is known is left out by
 * the query itself, because each issue that Jira tells of costs a point. Projects that the app may not browse are left
 * out.
 */
export async function changedSince(asker: AskJira, asked: Asked, onPage: OnPage): Promise<void> {
  const { projectIds, since, from, begun } = asked;
  let isEnough = false;
  const tell: OnPage = async (issues, left) => {
    const more = await onPage(issues, left);
    isEnough = more === "enough";
    return more;
  };
  const isDone = () => isEnough;
  if (projectIds === null) {
    const outcome = await searchWindows(asker, { ...asked, where: "", isDone }, (issues, reached) =>
      tell(issues, { projectIds, begun, from: reached }),
    );
    if (outcome.kind === "refused") throw new Error(`Jira refused a search: ${outcome.message}`);
    return;
  }
  const read = async (some: readonly string[], begins: Date): Promise<Outcome> => {
    if (isDone()) return { kind: "read" };
    const where = `${idsIn("project", some)} AND `;
    const left = projectIds.slice(projectIds.indexOf(some[0] ?? ""));
    return searchWindows(asker, { ...asked, where, from: begins, isDone }, (issues, reached) =>
      tell(issues, { projectIds: left, begun: some.length, from: reached }),
    );
  };
  await withoutRefused(projectIds.slice(0, begun), (some) => read(some, from));
  for (const chunk of chunksOf(projectIds.slice(begun), projectsPerQuery)) {
    await withoutRefused(chunk, (some) => read(some, since));
  }
}

type Outcome = { readonly kind: "read" } | JqlRefused;
type Within = Pick<Asked, "from" | "until" | "known"> & {
  readonly where: string;
  readonly isDone: () => boolean;
};
type OnPart = (issues: readonly ChangedIssue[], reached: Date) => Promise<"more" | "enough">;

/**
 * The earliest first. A query that names an issue which is gone, or hidden from the app, is refused: then that part of
 * the time is searched without leaving anything out.
 */
async function searchWindows(
  asker: AskJira,
  { where, isDone, ...within }: Within,
  onPart: OnPart,
): Promise<Outcome> {
  const read = (window: ChangeWindow) => {
    const jql = `${where}${jqlOf(window)} ORDER BY updated ASC, id ASC`;
    return search(asker, { jql, fields: ["updated", "parent"], issue: changed }, (issues) => {
      const reached = issues.at(-1)?.updatedAt;
      return reached === undefined ? "more" : onPart(issues, reached);
    });
  };
  for (const window of windowsOf(within)) {
    const named = await read(window);
    const isToRepeat = named.kind === "refused" && window.known.length > 0;
    const outcome = isToRepeat ? await read({ ...window, known: [] }) : named;
    if (outcome.kind === "refused" || isDone()) return outcome;
  }
  return { kind: "read" };
}

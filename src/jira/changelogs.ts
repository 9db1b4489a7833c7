import { route } from "@forge/api";
import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { everyPage } from "./every-page";
import { instant } from "./instant";

/** One change of an issue's status, by the ids of the statuses. */
export type StatusChange = {
  readonly at: Date;
  readonly from: string | null;
  readonly to: string | null;
};

/** Most issues of one changelog/bulkfetch, and most histories a page of it. */
const issuesPerFetch = 1000;
const historiesPerPage = 10_000;

const optionalText = z.optional(z.nullable(z.string()));
const page = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(
        z.object({
          created: instant,
          items: z.array(
            z.object({
              fieldId: optionalText,
              field: z.string(),
              from: optionalText,
              to: optionalText,
            }),
          ),
        }),
      ),
    }),
  ),
  nextPageToken: z.optional(z.nullable(z.string())),
});
type ChangeLog = z.output<typeof page>["issueChangeLogs"][number];

/** Status changes by issue, oldest first; issues without any are left out. */
export async function readChangelogs(
  { ask }: AskJira,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StatusChange[]>> {
  const changes = new Map<string, StatusChange[]>();
  for (const issueIdsOrKeys of chunksOf(issueIds, issuesPerFetch)) {
    await everyPage(
      async (token) => {
        const read = await ask({
          name: "changelog/bulkfetch",
          path: route`/rest/api/3/changelog/bulkfetch`,
          body: {
            issueIdsOrKeys,
            fieldIds: ["status"],
            maxResults: historiesPerPage,
            ...(token === null ? {} : { nextPageToken: token }),
          },
          answer: page,
        });
        return { items: read.issueChangeLogs, next: read.nextPageToken ?? null };
      },
      (logs) => {
        for (const log of logs) push(changes, log.issueId, statusChanges(log));
        return "more";
      },
    );
  }
  return new Map([...changes].map(([id, own]) => [id, own.toSorted(byInstant)]));
}

/** An issue's histories may be spread over pages. */
function push(
  changes: Map<string, StatusChange[]>,
  issueId: string,
  own: readonly StatusChange[],
): void {
  const known = changes.get(issueId);
  if (known !== undefined) known.push(...own);
  else if (own.length > 0) changes.set(issueId, [...own]);
}

function statusChanges({ changeHistories }: ChangeLog): readonly StatusChange[] {
  return changeHistories.flatMap(({ created, items }) =>
    items
      .filter((item) => item.fieldId === "status" || item.field === "status")
      .map((item) => ({ at: created, from: item.from ?? null, to: item.to ?? null })),
  );
}

const byInstant = (a: StatusChange, b: StatusChange) => a.at.getTime() - b.at.getTime();

import { route } from "@forge/api";
import * as z from "zod/mini";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";
import { everyPage } from "./every-page";
import { instant } from "./instant";

/** One item of a changelog, with the names that Jira gives its texts. */
export type ChangeItem = {
  readonly at: Date;
  readonly field: string;
  readonly fieldId: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly fromText: string | null;
  readonly toText: string | null;
};

/** Most issues of one changelog/bulkfetch, and most fields that it may be asked for. */
const issuesPerFetch = 1000;
export const fieldsPerFetch = 10;

/**
 * Histories a page: most where a few fields are asked for. Whole ones carry texts as well, descriptions among them, and
 * an answer may have 5 MB.
 */
const historiesPerPage = { some: 10_000, all: 1000 };

const optionalText = z.optional(z.nullable(z.string()));

/** `toString` is read as an own entry: where Jira leaves it out, a plain read would give the inherited function. */
const changeItem = z.pipe(
  z.looseObject({ fieldId: optionalText, field: z.string(), from: optionalText, to: optionalText }),
  z.transform((item) => {
    const own = new Map(Object.entries(item));
    return {
      field: item.field,
      fieldId: item.fieldId ?? null,
      from: item.from ?? null,
      to: item.to ?? null,
      fromText: textIn(own.get("fromString")),
      toText: textIn(own.get("toString")),
    };
  }),
);
const textIn = (value: unknown) => (typeof value === "string" ? value : null);

const page = z.object({
  issueChangeLogs: z.array(
    z.object({
      issueId: z.string(),
      changeHistories: z.array(z.object({ created: instant, items: z.array(changeItem) })),
    }),
  ),
  nextPageToken: z.optional(z.nullable(z.string())),
});
type ChangeLog = z.output<typeof page>["issueChangeLogs"][number];

/**
 * Changelogs by issue, oldest first; issues without any are left out. With field ids, histories that touch one of them,
 * their other items included; null for all, as Jira gives some items, those of the parent among them, no field id.
 */
export async function readChangelogs(
  { ask }: AskJira,
  issueIds: readonly string[],
  fieldIds: readonly string[] | null,
): Promise<ReadonlyMap<string, readonly ChangeItem[]>> {
  const changes = new Map<string, ChangeItem[]>();
  for (const issueIdsOrKeys of chunksOf(issueIds, issuesPerFetch)) {
    await everyPage(
      async (token) => {
        const read = await ask({
          name: "changelog/bulkfetch",
          path: route`/rest/api/3/changelog/bulkfetch`,
          body: {
            issueIdsOrKeys,
            ...(fieldIds === null
              ? { maxResults: historiesPerPage.all }
              : { fieldIds, maxResults: historiesPerPage.some }),
            ...(token === null ? {} : { nextPageToken: token }),
          },
          answer: page,
        });
        return { items: read.issueChangeLogs, next: read.nextPageToken ?? null };
      },
      (logs) => {
        for (const log of logs) push(changes, log.issueId, itemsOf(log));
        return "more";
      },
    );
  }
  return new Map([...changes].map(([id, own]) => [id, own.toSorted(byInstant)]));
}

/** An issue's histories may be spread over pages. */
function push(
  changes: Map<string, ChangeItem[]>,
  issueId: string,
  own: readonly ChangeItem[],
): void {
  const known = changes.get(issueId);
  if (known !== undefined) known.push(...own);
  else if (own.length > 0) changes.set(issueId, [...own]);
}

function itemsOf({ changeHistories }: ChangeLog): readonly ChangeItem[] {
  return changeHistories.flatMap(({ created, items }) =>
    items.map((item) => ({ at: created, ...item })),
  );
}

const byInstant = (a: ChangeItem, b: ChangeItem) => a.at.getTime() - b.at.getTime();

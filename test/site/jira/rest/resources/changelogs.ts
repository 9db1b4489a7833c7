import { z } from "zod/mini";
import type { StoredIssue } from "../../store/issue";
import { historyBean, toldChanges } from "../beans/history-bean";
import { findIssue, knownIssue } from "../known";
import { pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { ok } from "../rest-answer";
import { createResultPages } from "../result-pages";

const bulkFetch = z.object({
  issueIdsOrKeys: z.array(z.string()),
  fieldIds: z.optional(z.array(z.string())),
  maxResults: z.optional(z.number()),
  nextPageToken: z.optional(z.nullable(z.string())),
});

/** Changelogs of one issue and of many, oldest first. */
export function changelogResources(): readonly Resource[] {
  return [bulkChangelogs(), issueChangelog];
}

const issueChangelog: Resource = {
  operation: "GET /rest/api/3/issue/{issueIdOrKey}/changelog",
  query: ["startAt", "maxResults"],
  answer: (world, { asker, parameter, query }) => {
    const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
    const size = pageSize(query.get("maxResults"), { usual: 100, most: 100 });
    const self = `${world.siteUrl}/rest/api/3/issue/${issue.id}/changelog`;
    const page = pageBean(toldChanges(issue), startAt(query), size, self);
    return ok({ ...page, values: page.values.map((change) => historyBean(world, change)) });
  },
};

function bulkChangelogs(): Resource {
  const pages = createResultPages();
  return {
    operation: "POST /rest/api/3/changelog/bulkfetch",
    answer: (world, { asker, body }) => {
      const asked = bulkFetch.parse(body);
      const size = pageSize(asked.maxResults, { usual: 1000, most: 10_000 });
      const found = new Map(
        asked.issueIdsOrKeys
          .flatMap((idOrKey) => findIssue(world, asker, idOrKey) ?? [])
          .map((issue) => [issue.id, issue]),
      );
      const paged = pages.idsFor(asked.nextPageToken, asker.accountId, () =>
        changePlaces([...found.values()], asked.fieldIds),
      );
      const page = pages.page(paged, size);
      const changesByIssue = groupByIssue(page.ids.map(placeOf));
      const issueChangeLogs = [...changesByIssue].map(([issueId, changeIds]) => ({
        issueId,
        changeHistories: (found.get(issueId)?.past ?? [])
          .filter((change) => changeIds.has(change.id))
          .map((change) => historyBean(world, change)),
      }));
      const { nextPageToken } = page;
      return ok({ issueChangeLogs, ...(nextPageToken === undefined ? {} : { nextPageToken }) });
    },
  };
}

/** The changes of these issues as `issue/change`, by date and then issue id; a field filter keeps whole histories. */
function changePlaces(
  issues: readonly StoredIssue[],
  fieldIds: readonly string[] | undefined,
): readonly string[] {
  const isAsked = (fieldId: string | undefined) =>
    fieldIds === undefined || (fieldId !== undefined && fieldIds.includes(fieldId));
  return issues
    .flatMap((issue) =>
      toldChanges(issue)
        .filter((change) => change.items.some((item) => isAsked(item.fieldId)))
        .map((change) => ({ issue, change })),
    )
    .sort((a, b) => a.change.at - b.change.at || Number(a.issue.id) - Number(b.issue.id))
    .map(({ issue, change }) => `${issue.id}/${change.id}`);
}

type Place = { readonly issueId: string; readonly changeId: string };

function placeOf(place: string): Place {
  const [issueId = "", changeId = ""] = place.split("/");
  return { issueId, changeId };
}

function groupByIssue(places: readonly Place[]): ReadonlyMap<string, ReadonlySet<string>> {
  const byIssue = new Map<string, Set<string>>();
  for (const { issueId, changeId } of places) {
    const changes = byIssue.get(issueId) ?? new Set();
    byIssue.set(issueId, changes.add(changeId));
  }
  return byIssue;
}

import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { issueFieldReaders } from "./issue-fields";

/** Fields of Jira that an issue of the local site does not have; who asks for one by name gets no silent gap. */
export const unmodelledFields: ReadonlySet<string> = new Set([
  "aggregateprogress",
  "aggregatetimeestimate",
  "aggregatetimeoriginalestimate",
  "aggregatetimespent",
  "attachment",
  "comment",
  "environment",
  "issuerestriction",
  "lastViewed",
  "progress",
  "timetracking",
  "versions",
  "votes",
  "watches",
  "worklog",
  "workratio",
  "customfield_10014",
  "customfield_10015",
  "customfield_10016",
  "customfield_10018",
  "customfield_10019",
]);

/** The ids of the fields that a `fields` parameter selects: names, `*all`, `*navigable`, and `-name` to leave out. */
export function selectFields(asked: readonly string[]): readonly string[] {
  const all = Object.keys(issueFieldReaders);
  const left = new Set(asked.filter((name) => name.startsWith("-")).map((name) => name.slice(1)));
  const named = asked.filter((name) => !name.startsWith("-"));
  const everything = named.length === 0 || named.some((name) => name.startsWith("*"));
  return all.filter((id) => (everything || named.includes(id)) && !left.has(id));
}

/** An issue with the selected fields, as this person sees it. */
export function issueBean(
  world: World,
  asker: Asker,
  issue: StoredIssue,
  fieldIds: readonly string[],
) {
  const fields = fieldIds.flatMap((id) => {
    const value = issueFieldReaders[id]?.(world, asker, issue);
    return value === undefined ? [] : [[id, value] as const];
  });
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: `${world.siteUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.fields.key,
    ...(fieldIds.length === 0 ? {} : { fields: Object.fromEntries(fields) }),
  };
}

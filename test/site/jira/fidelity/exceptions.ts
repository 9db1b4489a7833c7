import type { Exception } from "./compare";

/** Differences that are known when issues are answered again, each with the reason why it is right that it is there. */
export const issueExceptions: readonly Exception[] = [
  {
    path: /^fields\.(?:subtasks\[\]|parent|issuelinks\[\])$/,
    reason: "the parent, a sub-task or the other end of a link is not among the recorded issues",
  },
  {
    path: /histories\[\]\.historyMetadata$/,
    reason: "what automation rules note down about themselves is not in an export",
  },
  {
    path: /items\[\]\.fieldId$/,
    of: { member: "field", values: ["parent", "Parent", "Parent Link", "Epic Link"] },
    reason:
      "older forms of the parent (Epic Link, Parent Link) are brought into today's, which names no field",
  },
  {
    path: /issuetype\.(?:avatarId|untranslatedName)$/,
    reason: "icons and translations of issue types are not in an export",
  },
];

/** jira-timeline-report leaves out what it does not need. */
export const timelineExceptions: readonly Exception[] = [
  ...issueExceptions,
  {
    path: /^changelog\.(?:startAt|maxResults|total)$/,
    reason: "the tool kept the list of changes alone",
  },
  {
    path: /^fields\.parent\.fields\.priority$/,
    reason: "the tool kept the priorities of parents alone",
  },
];

export const changelogExceptions: readonly Exception[] = [
  ...issueExceptions,
  { path: /items\[\]\.to(?:String)?$/, reason: "exports keep no texts of descriptions" },
  { path: /\.author$/, reason: "deleted accounts have an empty id, which exports take for nobody" },
];

export const listExceptions: readonly Exception[] = [
  { path: /^(?:scope|uuid|entityId)(?:\.|$)/, reason: "team-managed projects are not modelled" },
];

export const boardExceptions: readonly Exception[] = [
  {
    path: /^columnConfig\.columns\[\]/,
    reason: "columns and their limits are not in an export: the site makes one for each category",
  },
];

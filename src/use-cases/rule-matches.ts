import type { GoalLink } from "../domain/goal";
import { grouped } from "../domain/grouped";
import { type CalledProject, folded, meansProject } from "../domain/project-named";
import { projectsOfRule } from "../domain/rule-projects";
import type { Jira } from "./jira-ports";
import { type MatchRequest, matchRequests } from "./match-requests";

/** A rule, and which of some issues it matches now. */
export type RuleMatches = {
  readonly link: GoalLink;
  /** Null when Jira refuses the rule: then nothing is known, and members stay. */
  readonly ids: ReadonlySet<string> | null;
};

/** An issue, and its project where it was read just now. */
export type MatchedIssue = { readonly id: string; readonly project?: CalledProject };

/** The rules of the site, and ids of projects by their present keys, folded, as far as they are known. */
export type KnownRules = {
  readonly rules: readonly GoalLink[];
  readonly projectOfKey?: ReadonlyMap<string, string>;
};

/**
 * Which of these issues every rule of the site matches. A rule that is confined to other projects than an issue is in does
 * not match it, whatever search knows of it, and Jira is not asked. Of a rule that Jira refused all is asked, until it is
 * mended.
 */
export async function matchingRules(
  { jira }: Asker,
  issues: readonly MatchedIssue[],
  { rules, projectOfKey = new Map() }: KnownRules,
): Promise<readonly RuleMatches[]> {
  const links = issues.length === 0 ? [] : rules.filter((link) => link.kind === "rule");
  const matched = await matchedBy({ jira }, groupsOf(issues, queriesOf(links), projectOfKey));
  return links.map((link) => {
    const ids = matched.get(link.jql);
    return { link, ids: ids === undefined ? new Set() : ids };
  });
}

type Asker = { readonly jira: Pick<Jira, "matching"> };

/** What of the groups their queries match; null of what Jira refuses. */
async function matchedBy({ jira }: Asker, groups: readonly MatchRequest[]) {
  const wanted = new Map(
    groups.flatMap(({ jqls, issueIds }) => issueIds.map((id) => [id, jqls] as const)),
  );
  const matched = new Map<string, ReadonlySet<string> | null>();
  for (const { jqls, issueIds } of matchRequests(groups)) {
    const queries = [...jqls];
    const matches = await jira.matching(queries, issueIds);
    for (const [place, jql] of queries.entries()) {
      const isWanted = (id: string) => wanted.get(id)?.has(jql) === true;
      const match = matches[place];
      const ids = match?.kind === "read" ? match.ids.filter(isWanted) : null;
      const before = matched.get(jql);
      matched.set(
        jql,
        ids === null || before === null ? null : new Set([...(before ?? []), ...ids]),
      );
    }
  }
  return matched;
}

type Query = { readonly jql: string; readonly projects: readonly string[] | null };

function queriesOf(
  links: readonly Extract<GoalLink, { readonly kind: "rule" }>[],
): readonly Query[] {
  const broken = new Set(links.filter((link) => link.broken !== null).map(({ jql }) => jql));
  const jqls = [...new Set(links.map(({ jql }) => jql))];
  return jqls.map((jql) => ({ jql, projects: broken.has(jql) ? null : projectsOfRule(jql) }));
}

/** The issues by project: the same is asked about all of one. */
function groupsOf(
  issues: readonly MatchedIssue[],
  queries: readonly Query[],
  projectOfKey: ReadonlyMap<string, string>,
): readonly MatchRequest[] {
  const byProject = grouped(issues, ({ project }) => project?.id ?? "");
  return [...byProject.values()].map((group) => {
    const project = group[0]?.project;
    const asked = queries.filter(
      ({ projects }) =>
        project === undefined ||
        projects === null ||
        projects.some((value) => mayMean(value, project, projectOfKey)),
    );
    return { jqls: new Set(asked.map(({ jql }) => jql)), issueIds: group.map(({ id }) => id) };
  });
}

/** A key that another project has now cannot be one that this project had before. */
function mayMean(
  value: string,
  project: CalledProject,
  projectOfKey: ReadonlyMap<string, string>,
): boolean {
  const meaning = meansProject(value, project);
  if (meaning !== "by key") return meaning === "yes";
  return (projectOfKey.get(folded(value)) ?? project.id) === project.id;
}

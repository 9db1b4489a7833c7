import { route } from "@forge/api";
import * as z from "zod/mini";
import type { Viewer } from "../use-cases/jira-ports";
import type { AskJira } from "./ask-jira";
import { chunksOf } from "./chunks";

/** Most projects and most issues of one permissions/check. */
const mostPerRequest = 1000;

const grants = z.object({
  projectPermissions: z.array(
    z.object({
      permission: z.string(),
      projects: z.array(z.number()),
      issues: z.array(z.number()),
    }),
  ),
});

/** Which of these projects and issues the person may browse: one request up to a thousand of each. */
export async function browsable(
  { ask }: AskJira,
  asked: Parameters<Viewer["browsable"]>[0],
): ReturnType<Viewer["browsable"]> {
  const projects = chunksOf(asked.projectIds, mostPerRequest);
  const issues = chunksOf(asked.issueIds, mostPerRequest);
  const projectIds = new Set<string>();
  const issueIds = new Set<string>();
  for (let at = 0; at < Math.max(projects.length, issues.length); at++) {
    const { projectPermissions } = await ask({
      name: "permissions/check",
      path: route`/rest/api/3/permissions/check`,
      body: {
        projectPermissions: [
          {
            permissions: ["BROWSE_PROJECTS"],
            projects: (projects[at] ?? []).map(Number),
            issues: (issues[at] ?? []).map(Number),
          },
        ],
      },
      answer: grants,
    });
    for (const grant of projectPermissions) {
      for (const id of grant.projects) projectIds.add(String(id));
      for (const id of grant.issues) issueIds.add(String(id));
    }
  }
  return { projectIds, issueIds };
}

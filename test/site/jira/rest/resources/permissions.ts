import { z } from "zod/mini";
import type { StoredIssue } from "../../store/issue";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { knownIssue, knownProject } from "../known";
import { listParameter } from "../paging";
import type { Resource } from "../resource";
import { ok, refused, RestRefusal } from "../rest-answer";

const check = z.object({
  accountId: z.optional(z.nullable(z.string())),
  globalPermissions: z.optional(z.nullable(z.array(z.string()))),
  projectPermissions: z.optional(
    z.nullable(
      z.array(
        z.object({
          permissions: z.array(z.string()),
          projects: z.optional(z.nullable(z.array(z.number()))),
          issues: z.optional(z.nullable(z.array(z.number()))),
        }),
      ),
    ),
  ),
});

/** Who holds what: whoever may browse may work, administering is for administrators. */
const permissions = new Map([
  ["ADMINISTER", { id: "0", name: "Administer Jira", type: "GLOBAL" }],
  ["BROWSE_PROJECTS", { id: "10", name: "Browse Projects", type: "PROJECT" }],
  ["CREATE_ISSUES", { id: "11", name: "Create Issues", type: "PROJECT" }],
  ["EDIT_ISSUES", { id: "12", name: "Edit Issues", type: "PROJECT" }],
  ["TRANSITION_ISSUES", { id: "46", name: "Transition Issues", type: "PROJECT" }],
  ["ADMINISTER_PROJECTS", { id: "23", name: "Administer Projects", type: "PROJECT" }],
]);

export const permissionResources: readonly Resource[] = [
  {
    operation: "POST /rest/api/3/permissions/check",
    answer: (world, { asker, body }) => {
      const asked = check.parse(body);
      const subject = subjectOf(world, asker, asked.accountId);
      const global = asked.globalPermissions ?? [];
      const perProject = asked.projectPermissions ?? [];
      checkKnown([...global, ...perProject.flatMap((each) => each.permissions)]);
      checkSize(perProject.flatMap(({ projects }) => projects ?? []));
      checkSize(perProject.flatMap(({ issues }) => issues ?? []));
      return ok({
        globalPermissions: global.filter(() => subject.isAdmin),
        projectPermissions: perProject.flatMap((each) =>
          each.permissions.map((permission) => ({
            permission,
            projects: (each.projects ?? []).filter((id) =>
              holdsInProject(world, subject, permission, String(id)),
            ),
            issues: (each.issues ?? []).filter((id) =>
              holdsOnIssue(subject, permission, world.store.byId(String(id))),
            ),
          })),
        ),
      });
    },
  },
  {
    operation: "GET /rest/api/3/mypermissions",
    query: ["permissions", "projectKey", "projectId", "issueKey", "issueId"],
    answer: (world, { asker, query }) => {
      const asked = listParameter(query, "permissions");
      if (asked.length === 0) {
        throw refused(400, ["The 'permissions' query parameter is required."]);
      }
      checkKnown(asked);
      const holds = holdsInContext(world, asker, query);
      const entries = asked.map((key) => {
        const permission = { ...permissions.get(key), key, description: "" };
        return [key, { ...permission, havePermission: holds(key) }] as const;
      });
      return ok({ permissions: Object.fromEntries(entries) });
    },
  },
];

function subjectOf(world: World, asker: Asker, accountId: string | null | undefined): Asker {
  if (!accountId || accountId === asker.accountId) return asker;
  if (!asker.isAdmin) {
    throw refused(403, ["Only Jira administrators can perform this operation."]);
  }
  const subject = world.visibility.askerOf(accountId);
  if (subject === undefined) throw refused(400, [`No user with account ID '${accountId}'.`]);
  return subject;
}

function checkKnown(keys: readonly string[]): void {
  const unknown = keys.filter((key) => !permissions.has(key));
  if (unknown.length === 0) return;
  const errors = Object.fromEntries(unknown.map((key) => [key, "Unrecognized permission"]));
  throw new RestRefusal({ status: 400, body: { errorMessages: [], errors } });
}

function checkSize(ids: readonly number[]): void {
  if (ids.length > 1000) {
    throw refused(400, ["A maximum of 1000 projects and 1000 issues can be checked."]);
  }
}

function holdsInProject(
  world: World,
  asker: Asker,
  permission: string,
  projectId: string,
): boolean {
  if (!world.store.catalog.projects.has(projectId)) return false;
  return asker.seesProject(projectId) && (permission !== "ADMINISTER_PROJECTS" || asker.isAdmin);
}

function holdsOnIssue(asker: Asker, permission: string, issue: StoredIssue | undefined): boolean {
  if (issue === undefined || !asker.sees(issue)) return false;
  return permission !== "ADMINISTER_PROJECTS" || asker.isAdmin;
}

/** Without project or issue, a project permission is held when it is held in any project. */
function holdsInContext(world: World, asker: Asker, query: URLSearchParams) {
  const issue = query.get("issueId") ?? query.get("issueKey");
  const project = query.get("projectId") ?? query.get("projectKey");
  const found = issue === null ? undefined : knownIssue(world, asker, issue);
  const inProject = project === null ? undefined : knownProject(world, asker, project);
  return (permission: string): boolean => {
    if (permission === "ADMINISTER") return asker.isAdmin;
    if (found !== undefined) return holdsOnIssue(asker, permission, found);
    if (inProject !== undefined) return holdsInProject(world, asker, permission, inProject.id);
    return [...world.store.catalog.projects.keys()].some((id) =>
      holdsInProject(world, asker, permission, id),
    );
  };
}

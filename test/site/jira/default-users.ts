import type { ExportedIssues } from "./import/exported-issues";
import type { SiteUser } from "./site-user";

/** The security level that hides some issues of a load of a single project from one of its members. */
const confidential = "Confidential";

export type UsersForExports = {
  readonly users: readonly SiteUser[];
  readonly securityLevelOf: (key: string) => string | null;
};

/**
 * People to look at an export with, since exports tell no permissions: an administrator who sees everything, a member
 * who lacks one project (in a load of one project: every tenth issue), and a guest who sees no project at all.
 */
export function usersForExports(exports: readonly ExportedIssues[]): UsersForExports {
  const projects = [
    ...new Set(exports.flatMap(({ lines }) => lines.map((line) => line.project))),
  ].sort();
  const single = projects.length === 1;
  return {
    users: [
      {
        accountId: "5f0000000000000000000001",
        displayName: "Ana Admin",
        admin: true,
        projects: "all",
        securityLevels: "all",
      },
      {
        accountId: "5f0000000000000000000002",
        displayName: "Mel Member",
        admin: false,
        projects: single ? projects : projects.slice(0, -1),
        securityLevels: [],
      },
      {
        accountId: "5f0000000000000000000003",
        displayName: "Gus Guest",
        admin: false,
        projects: [],
        securityLevels: [],
      },
    ],
    securityLevelOf: (key) => (single && key.endsWith("0") ? confidential : null),
  };
}

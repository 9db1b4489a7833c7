import type { Caller } from "../boundary";
import type { SiteUser } from "./site-user";
import type { StoredIssue } from "./store/issue";
import type { Store } from "./store/create-store";

/** Who asks, and what they may see and do; hidden things are to them as if they were not there. */
export type Asker = {
  readonly accountId: string;
  readonly byApp: boolean;
  readonly isAdmin: boolean;
  readonly seesProject: (projectId: string) => boolean;
  /** Nobody sees what is in the archive. */
  readonly sees: (issue: StoredIssue) => boolean;
};

export type Grants = Pick<SiteUser, "admin" | "projects" | "securityLevels">;

export type Visibility = {
  /** Undefined when Jira does not know the caller: 401. */
  readonly asker: (caller: Caller) => Asker | undefined;
  readonly askerOf: (accountId: string) => Asker | undefined;
};

/**
 * Grants by user. The app sees everything unless told otherwise; an account that only occurs in the data may browse every project but no
 * security level.
 */
export function createVisibility(
  store: Store,
  users: readonly SiteUser[],
  app: { readonly accountId: string; readonly grants?: Grants | undefined },
): Visibility {
  const { projects, securityLevels, people } = store.catalog;
  const byAccount = new Map(users.map((user) => [user.accountId, user]));

  const asker = (accountId: string, byApp: boolean, grants: Grants): Asker => {
    const { admin, projects: keys, securityLevels: levels } = grants;
    const seesProject = (projectId: string) =>
      keys === "all" || keys.includes(projects.get(projectId)?.key ?? "");
    const seesLevel = (levelId: string | null) =>
      levelId === null ||
      levels === "all" ||
      levels.includes(securityLevels.get(levelId)?.name ?? "");
    return {
      accountId,
      byApp,
      isAdmin: admin,
      seesProject,
      sees: ({ fields, archived }) =>
        !archived && seesProject(fields.projectId) && seesLevel(fields.securityLevelId),
    };
  };
  const appAsker = asker(app.accountId, true, app.grants ?? everything);

  const askerOf = (accountId: string): Asker | undefined => {
    if (accountId === app.accountId) return appAsker;
    const user = byAccount.get(accountId);
    if (user === undefined && !people.has(accountId)) return undefined;
    return asker(accountId, false, user ?? outsider);
  };

  return {
    askerOf,
    asker: (caller) => {
      if (caller.kind === "app") return appAsker;
      return caller.kind === "user" ? askerOf(caller.accountId) : undefined;
    },
  };
}

const outsider: Grants = { admin: false, projects: "all", securityLevels: [] };
const everything: Grants = { admin: false, projects: "all", securityLevels: "all" };

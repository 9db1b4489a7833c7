import type { Caller } from "../boundary";
import type { SiteUser } from "./site-user";
import type { StoredIssue } from "./store/issue";
import type { Store } from "./store/create-store";

/** Who asks, and what they may see and do; hidden things are to them as if they were not there. */
export type Asker = {
  /** Null for the app and for nobody. */
  readonly accountId: string | null;
  readonly byApp: boolean;
  readonly isAdmin: boolean;
  readonly seesProject: (projectId: string) => boolean;
  readonly sees: (issue: StoredIssue) => boolean;
};

export type Visibility = {
  /** Undefined when Jira does not know the caller: 401. */
  readonly asker: (caller: Caller) => Asker | undefined;
  readonly askerOf: (accountId: string) => Asker | undefined;
};

/**
 * Grants by user. The app sees everything; an account that only occurs in the data may browse every project but no
 * security level.
 */
export function createVisibility(
  store: Store,
  users: readonly SiteUser[],
  appAccountId: string,
): Visibility {
  const { projects, securityLevels, people } = store.catalog;
  const byAccount = new Map(users.map((user) => [user.accountId, user]));
  const app: Asker = {
    accountId: appAccountId,
    byApp: true,
    isAdmin: false,
    seesProject: () => true,
    sees: () => true,
  };

  const askerOf = (accountId: string): Asker | undefined => {
    if (accountId === appAccountId) return app;
    const user = byAccount.get(accountId);
    if (user === undefined && !people.has(accountId)) return undefined;
    const { admin, projects: keys, securityLevels: levels } = user ?? outsider;
    const seesProject = (projectId: string) =>
      keys === "all" || keys.includes(projects.get(projectId)?.key ?? "");
    const seesLevel = (levelId: string | null) =>
      levelId === null ||
      levels === "all" ||
      levels.includes(securityLevels.get(levelId)?.name ?? "");
    return {
      accountId,
      byApp: false,
      isAdmin: admin,
      seesProject,
      sees: ({ fields }) => seesProject(fields.projectId) && seesLevel(fields.securityLevelId),
    };
  };

  return {
    askerOf,
    asker: (caller) => {
      if (caller.kind === "app") return app;
      return caller.kind === "user" ? askerOf(caller.accountId) : undefined;
    },
  };
}

const outsider: Pick<SiteUser, "admin" | "projects" | "securityLevels"> = {
  admin: false,
  projects: "all",
  securityLevels: [],
};

import type { World } from "../../world";
import { userBean } from "../beans/user-bean";
import { listParameter, pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { ok, refused } from "../rest-answer";

/** The asker's own account, finding people, and reading accounts. */
export const userResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/myself",
    answer: (world, { asker }) => {
      const none = { size: 0, items: [] };
      const user = userBean(world, asker.accountId);
      return ok({ ...user, locale: "en_US", groups: none, applicationRoles: none });
    },
  },
  {
    operation: "GET /rest/api/3/user",
    query: ["accountId"],
    answer: (world, { query }) => {
      const accountId = query.get("accountId") ?? "";
      if (!accountsOf(world).includes(accountId)) {
        throw refused(404, [
          "Specified user does not exist or you do not have required permissions",
        ]);
      }
      return ok(userBean(world, accountId));
    },
  },
  {
    operation: "GET /rest/api/3/user/search",
    query: ["query", "accountId", "startAt", "maxResults"],
    answer: (world, { query }) => {
      const accountId = query.get("accountId");
      const text = query.get("query");
      if (accountId === null && text === null) {
        throw refused(400, ["Either 'query', 'accountId' or 'property' must be provided."]);
      }
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 1000 });
      const start = startAt(query);
      const found = accountsOf(world)
        .flatMap((id) => userBean(world, id) ?? [])
        .filter((user) => accountId === null || user.accountId === accountId)
        .filter((user) => beginsAWord(user.displayName, text ?? ""))
        .sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
      return ok(found.slice(start, start + size));
    },
  },
  {
    operation: "GET /rest/api/3/user/bulk",
    query: ["accountId", "startAt", "maxResults"],
    answer: (world, { query }) => {
      const accounts = new Set(accountsOf(world));
      const users = [...new Set(listParameter(query, "accountId"))]
        .filter((id) => accounts.has(id))
        .map((id) => userBean(world, id));
      const size = pageSize(query.get("maxResults"), { usual: 10, most: 200 });
      return ok(pageBean(users, startAt(query), size, `${world.siteUrl}/rest/api/3/user/bulk`));
    },
  },
];

function accountsOf({ users, store, appAccountId }: World): readonly string[] {
  return [
    ...new Set([
      ...users.map(({ accountId }) => accountId),
      ...store.catalog.people.keys(),
      appAccountId,
    ]),
  ];
}

function beginsAWord(name: string, text: string): boolean {
  return ` ${name.toLowerCase()}`.includes(` ${text.toLowerCase()}`);
}

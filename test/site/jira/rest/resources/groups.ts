import { groups, groupsOf } from "../../groups";
import { userBean } from "../beans/user-bean";
import { listParameter, pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { ok, refused } from "../rest-answer";

/** Groups and who is in them. */
export const groupResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/group/bulk",
    query: ["startAt", "maxResults", "groupId", "groupName"],
    answer: (world, { query }) => {
      const ids = listParameter(query, "groupId");
      const names = listParameter(query, "groupName");
      const isEverybody = ids.length + names.length === 0;
      const found = groups.filter(
        ({ groupId, name }) => isEverybody || ids.includes(groupId) || names.includes(name),
      );
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      return ok(pageBean(found, startAt(query), size, `${world.siteUrl}/rest/api/3/group/bulk`));
    },
  },
  {
    operation: "GET /rest/api/3/groups/picker",
    query: ["query", "maxResults"],
    answer: (_world, { query }) => {
      const wanted = (query.get("query") ?? "").toLowerCase();
      const found = groups.filter(({ name }) => name.toLowerCase().includes(wanted));
      const size = pageSize(query.get("maxResults"), { usual: 20, most: 1000 });
      const shown = found.slice(0, size);
      return ok({
        header: `Showing ${String(shown.length)} of ${String(found.length)} matching groups`,
        total: found.length,
        groups: shown.map(({ name, groupId }) => ({ name, groupId, html: name, labels: [] })),
      });
    },
  },
  {
    operation: "GET /rest/api/3/user/groups",
    query: ["accountId"],
    answer: (world, { query }) => {
      const accountId = query.get("accountId");
      const user = world.users.find((each) => each.accountId === accountId);
      if (user === undefined) {
        throw refused(404, [
          "Specified user does not exist or you do not have required permissions",
        ]);
      }
      return ok(
        groupsOf(user).map(({ name, groupId }) => ({
          name,
          groupId,
          self: `${world.siteUrl}/rest/api/3/group?groupId=${groupId}`,
        })),
      );
    },
  },
  {
    operation: "GET /rest/api/3/group/member",
    query: ["groupId", "groupname", "startAt", "maxResults"],
    answer: (world, { query }) => {
      const group = groups.find(
        ({ name, groupId }) => groupId === query.get("groupId") || name === query.get("groupname"),
      );
      if (group === undefined) throw refused(404, ["The group does not exist."]);
      const members = world.users.filter((user) => groupsOf(user).includes(group));
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      const self = `${world.siteUrl}/rest/api/3/group/member?groupId=${group.groupId}`;
      const page = pageBean(members, startAt(query), size, self);
      return ok({
        ...page,
        values: page.values.map(({ accountId }) => userBean(world, accountId)),
      });
    },
  },
];

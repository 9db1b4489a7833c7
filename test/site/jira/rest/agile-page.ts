import { pageBean, pageSize, startAt } from "./paging";

/** A page of Jira Software: at most 50 values, and no address of its own. */
export function agilePage<T>(all: readonly T[], query: URLSearchParams) {
  const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
  const { self: _self, ...page } = pageBean(all, startAt(query), size, "");
  return page;
}

import {
  categoryBean,
  categoryKeys,
  issueTypeBean,
  priorityBean,
  resolutionBean,
  statusBean,
} from "../beans/catalog-beans";
import { fieldDetails } from "../field-details";
import { pageBean, pageSize, startAt } from "../paging";
import type { Resource } from "../resource";
import { ok } from "../rest-answer";

/** What a site has once: fields, statuses, types, resolutions, priorities. */
export const catalogResources: readonly Resource[] = [
  { operation: "GET /rest/api/3/field", answer: () => ok(fieldDetails) },
  {
    operation: "GET /rest/api/3/field/search",
    query: ["startAt", "maxResults", "query"],
    answer: (world, { query }) => {
      const wanted = (query.get("query") ?? "").toLowerCase();
      const fields = fieldDetails
        .filter(({ name, schema }) => schema !== undefined && name.toLowerCase().includes(wanted))
        .map(({ id, key, name, schema }) => ({ id, key, name, schema }));
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      const self = `${world.siteUrl}/rest/api/3/field/search`;
      return ok(pageBean(fields, startAt(query), size, self));
    },
  },
  {
    operation: "GET /rest/api/3/status",
    answer: (world) =>
      ok(
        [...world.store.catalog.statuses.values()].map((status) => ({
          ...statusBean(world, status),
          untranslatedName: status.name,
        })),
      ),
  },
  {
    operation: "GET /rest/api/3/statuscategory",
    answer: (world) => ok(categoryKeys.map((key) => categoryBean(world, key))),
  },
  {
    operation: "GET /rest/api/3/issuetype",
    answer: (world) =>
      ok([...world.store.catalog.types.values()].map((type) => issueTypeBean(world, type))),
  },
  {
    operation: "GET /rest/api/3/resolution",
    answer: (world) =>
      ok([...world.store.catalog.resolutions.values()].map((each) => resolutionBean(world, each))),
  },
  {
    operation: "GET /rest/api/3/resolution/search",
    query: ["startAt", "maxResults"],
    answer: (world, { query }) => {
      const size = pageSize(query.get("maxResults"), { usual: 50, most: 50 });
      const found = [...world.store.catalog.resolutions.values()];
      const self = `${world.siteUrl}/rest/api/3/resolution/search`;
      const page = pageBean(found, startAt(query), size, self);
      return ok({ ...page, values: page.values.map((each) => resolutionBean(world, each)) });
    },
  },
  {
    operation: "GET /rest/api/3/priority",
    answer: (world) =>
      ok([...world.store.catalog.priorities.values()].map((each) => priorityBean(world, each))),
  },
];

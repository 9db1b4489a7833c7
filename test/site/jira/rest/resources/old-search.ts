import type { Resource } from "../resource";
import { refused } from "../rest-answer";

const removed =
  "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046";

/** The search that Atlassian took away in 2025; sites answer 410, whatever is asked. */
export const oldSearchResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/search",
    query: [
      ...["jql", "startAt", "maxResults", "validateQuery", "fields", "expand", "properties"],
      ...["fieldsByKeys", "failFast"],
    ],
    answer: gone,
  },
  { operation: "POST /rest/api/3/search", answer: gone },
];

function gone(): never {
  throw refused(410, [removed]);
}

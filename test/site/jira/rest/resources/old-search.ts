import type { Resource } from "../resource";
import { refused } from "../rest-answer";

const removed =
  "The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046";

/** The search that Atlassian took away in 2025; sites answer 410, whatever is asked. */
export const oldSearchResources: readonly Resource[] = ["GET", "POST"].map((method) => ({
  operation: `${method} /rest/api/3/search`,
  query: [
    ...["jql", "startAt", "maxResults", "validateQuery", "fields", "expand", "properties"],
    ...["fieldsByKeys", "failFast"],
  ],
  answer: () => {
    throw refused(410, [removed]);
  },
}));

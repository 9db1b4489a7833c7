/** Issues, and the queries that each of them is to be matched against. */
export type MatchRequest = {
  readonly jqls: ReadonlySet<string>;
  readonly issueIds: readonly string[];
};

/** jql/match takes so many issues at once. */
const issuesPerMatch = 1000;

/**
 * The requests in which all is asked. Each costs a point and one for each of its queries, however many issues it asks
 * about, so that what fits into one request is never cheaper in two. Where all does not fit, each group goes, the largest
 * first, where it brings the fewest queries along.
 */
export function matchRequests(groups: readonly MatchRequest[]): readonly MatchRequest[] {
  const parts = groups.filter(({ jqls }) => jqls.size > 0).flatMap(inParts);
  const largestFirst = parts.toSorted((a, b) => b.issueIds.length - a.issueIds.length);
  const requests: MatchRequest[] = [];
  for (const part of largestFirst) {
    const joined = requests.map((request) => ({
      jqls: new Set([...request.jqls, ...part.jqls]),
      issueIds: [...request.issueIds, ...part.issueIds],
    }));
    const [best] = joined
      .map((request, at) => ({
        at,
        request,
        added: request.jqls.size - (requests[at]?.jqls.size ?? 0),
      }))
      .filter(({ request }) => request.issueIds.length <= issuesPerMatch)
      .toSorted((a, b) => a.added - b.added);
    if (best === undefined) requests.push(part);
    else requests[best.at] = best.request;
  }
  return requests;
}

function inParts({ jqls, issueIds }: MatchRequest): readonly MatchRequest[] {
  const count = Math.ceil(issueIds.length / issuesPerMatch);
  return Array.from({ length: count }, (_, n) => ({
    jqls,
    issueIds: issueIds.slice(n * issuesPerMatch, (n + 1) * issuesPerMatch),
  }));
}

import fc from "fast-check";
import { type MatchRequest, matchRequests } from "../../src/use-cases/match-requests";

const group = (issues: number, name: string, jqls: readonly string[]): MatchRequest => ({
  issueIds: Array.from({ length: issues }, (_, n) => `${name}${String(n)}`),
  jqls: new Set(jqls),
});
const some = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `q${String(from + n)}`);
/** One for a request, and one for each of its queries. */
const pointsOf = (requests: readonly MatchRequest[]) =>
  requests.reduce((sum, { jqls }) => sum + 1 + jqls.size, 0);

test("what fits into one request is asked in one", () => {
  const requests = matchRequests([group(400, "a", ["p", "x"]), group(600, "b", ["q", "x"])]);
  expect(requests).toHaveLength(1);
  expect(pointsOf(requests)).toBe(4);
});

test("nothing is asked about issues of which no query is", () => {
  expect(matchRequests([group(5, "a", []), group(0, "b", ["p"])])).toEqual([]);
});

test("where all does not fit, issues with other queries go into a request of their own", () => {
  const requests = matchRequests([group(600, "a", some(0, 20)), group(500, "b", some(20, 40))]);
  expect(pointsOf(requests)).toBe(42);
});

test("a small group goes where most of its queries are asked anyway", () => {
  const requests = matchRequests([
    group(600, "a", some(0, 20)),
    group(500, "b", some(20, 40)),
    group(10, "c", some(18, 30)),
  ]);
  expect(pointsOf(requests)).toBe(44);
  const withC = requests.find(({ issueIds }) => issueIds.includes("c0"));
  expect(withC?.issueIds).toContain("b0");
});

test("a group of more than a thousand is asked in several", () => {
  const requests = matchRequests([group(2100, "a", ["p"])]);
  expect(requests.map(({ issueIds }) => issueIds.length)).toEqual([1000, 1000, 100]);
});

test("all that was wanted is asked, no request is too large, and none costs more than a request for each group", () => {
  const groups = fc.array(fc.tuple(fc.nat(1500), fc.subarray(some(0, 8))), { maxLength: 8 });
  fc.assert(
    fc.property(groups, (drawn) => {
      const wanted = drawn.map(([issues, jqls], n) => group(issues, `${String(n)}-`, jqls));
      const requests = matchRequests(wanted);
      const placed = requests.flatMap((each) => each.issueIds.map((id) => [id, each] as const));
      const requestOf = new Map(placed);
      expect(requestOf.size).toBe(placed.length);
      for (const { jqls, issueIds } of wanted.filter((each) => each.jqls.size > 0)) {
        const asked = new Set(issueIds.map((id) => requestOf.get(id)?.jqls));
        for (const all of asked) expect([...jqls].every((jql) => all?.has(jql))).toBe(true);
      }
      expect(Math.max(0, ...requests.map(({ issueIds }) => issueIds.length))).toBeLessThan(1001);
      const alone = wanted.map(({ jqls, issueIds }) =>
        jqls.size === 0 ? 0 : Math.ceil(issueIds.length / 1000) * (1 + jqls.size),
      );
      expect(pointsOf(requests)).toBeLessThanOrEqual(
        alone.reduce((sum, points) => sum + points, 0),
      );
    }),
    { numRuns: 40, seed: 5 },
  );
});

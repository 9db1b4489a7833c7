import { ana, now, tenIssueData } from "../../handlers/ten-issue-data";
import { createSite, type Site } from "../site";
import { BadArguments, evidenceArguments } from "./arguments";
import { EvidenceRefused, gatherEvidence } from "./gather";
import { evidenceJson } from "./json";
import { evidenceText } from "./text";

jest.setTimeout(120_000);

describe("the evidence of the ten-issue epic", () => {
  const epic = { kind: "issue", key: "ABC-1" } as const;
  let site: Site;
  beforeEach(async () => {
    site = await createSite({ data: tenIssueData(), mode: "warm", schedules: false });
  });
  afterEach(() => site.stop());

  test("as JSON carries the number, the classes and every item", async () => {
    const evidence = await gatherEvidence(site, ana, { work: epic, rule: "points" });
    const read: unknown = JSON.parse(evidenceJson(evidence, "points", now));
    expect(read).toMatchObject({
      rule: "points",
      asOf: "2024-01-31T00:00:00.000Z",
      headline: 10 / 34,
      low: 7 / 44,
      high: 10 / 32,
      classes: {
        confirmed: { count: 4, size: 7 },
        claimed: { count: 1, size: 3 },
        active: { count: 1, size: 8 },
        todo: { count: 2, size: 16 },
        dropped: { count: 2, size: 8 },
      },
      unsized: 2,
    });
    expect(read).toHaveProperty("items.0", {
      key: "ABC-11",
      class: "confirmed",
      size: 3,
      unsized: false,
      reason: "done-settled",
    });
    expect(read).toHaveProperty("items.length", 10);
  });

  test("as JSON without a number says why", async () => {
    const evidence = await gatherEvidence(site, ana, { work: epic, rule: "time" });
    expect(JSON.parse(evidenceJson(evidence, "time", now))).toMatchObject({
      headline: null,
      low: null,
      high: null,
      why: "too-few-sized",
    });
  });

  test("as text is a receipt whose shares add up", async () => {
    const evidence = await gatherEvidence(site, ana, { work: epic, rule: "points" });
    const text = evidenceText(evidence, "points", now);
    expect(text).toContain("29.4 % done, between 15.9 % and 31.3 %");
    expect(text).toContain("ABC: confirmed after 7 days in Done");
    expect(text).toContain("The shares of these 10 items add up to 29.4 %.");
  });

  test("is refused in plain words for an issue or a query that Jira does not know", async () => {
    const missing = { kind: "issue", key: "ABC-999" } as const;
    await expect(gatherEvidence(site, ana, { work: missing, rule: "count" })).rejects.toThrow(
      new EvidenceRefused("There is no issue ABC-999 at that time in these data"),
    );
  });
});

test("a query with descendants is read from the arguments, with count as the usual rule", () => {
  const argv = ["--data", "d", "--jql", "project = ABC", "--descendants", "--json"];
  expect(evidenceArguments(argv)).toEqual({
    data: "d",
    work: { kind: "rule", jql: "project = ABC", descendants: true },
    rule: "count",
    at: null,
    json: true,
  });
});

test.each([
  [["--issue", "A-1"], "--data DIR is needed"],
  [["--data", "d"], "--issue KEY or --jql QUERY is needed"],
  [["--data", "d", "--issue", "A-1", "--jql", "x"], "--issue and --jql exclude each other"],
  [["--data", "d", "--issue", "A-1", "--rule", "speed"], "--rule speed is none of"],
  [["--data", "d", "--issue", "A-1", "--at", "soon"], "--at soon is no ISO 8601 instant"],
  [["--data", "d", "--issue", "A-1", "--colour"], "--colour"],
])("the arguments %j are refused", (argv, message) => {
  expect(() => evidenceArguments(argv)).toThrow(BadArguments);
  expect(() => evidenceArguments(argv)).toThrow(message);
});

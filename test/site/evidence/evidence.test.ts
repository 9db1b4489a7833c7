import * as z from "zod/mini";
import { ana, now, tenIssueData } from "../../handlers/ten-issue-data";
import { createSite, type Site } from "../site";
import { BadArguments, evidenceArguments } from "./arguments";
import { EvidenceRefused } from "./ask-app";
import { gatherEvidence } from "./gather";
import { evidenceJson } from "./json";
import { evidenceText } from "./text";

jest.setTimeout(120_000);

const spreadRead = z.object({
  spread: z.array(
    z.object({
      rule: z.string(),
      value: z.nullable(z.number()),
      why: z.optional(z.string()),
    }),
  ),
});
const ledgerRead = z.object({
  headline: z.number(),
  ledger: z.array(z.object({ cause: z.string(), points: z.number(), items: z.array(z.string()) })),
});

describe("the evidence of the ten-issue epic", () => {
  const epic = { kind: "issue", key: "ABC-1" } as const;
  const asItStands = { replayAt: null, span: null };
  let site: Site;
  beforeEach(async () => {
    site = await createSite({ data: tenIssueData(), mode: "warm", schedules: false });
  });
  afterEach(() => site.stop());

  test("as JSON carries the number, the classes and every item", async () => {
    const evidence = await gatherEvidence(site, ana, { ...asItStands, work: epic, rule: "points" });
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

  test("as JSON carries every rule in the order of the table", async () => {
    const asked = { ...asItStands, work: epic, rule: "points" } as const;
    const evidence = await gatherEvidence(site, ana, asked);
    const read = spreadRead.parse(JSON.parse(evidenceJson(evidence, "points", now)));
    expect(
      read.spread.map(({ rule, value }) => [
        rule,
        value === null ? null : (100 * value).toFixed(1),
      ]),
    ).toEqual([
      ["done-children", "70.0"],
      ["half-for-active", "75.0"],
      ["sub-tasks", "57.1"],
      ["points-naive", "41.7"],
      ["points-with-container", "19.7"],
      ["count", "62.5"],
      ["count-strict", "50.0"],
      ["points-sized", "32.3"],
      ["points", "29.4"],
      ["time", null],
    ]);
    expect(read.spread.at(-1)).toEqual({ rule: "time", value: null, why: "too-few-sized" });
  });

  test("as JSON carries a ledger whose points add up to the change", async () => {
    const span = { from: Date.parse("2024-01-01T12:00:00Z"), to: null };
    const asked = { work: epic, rule: "count", replayAt: null, span } as const;
    const evidence = await gatherEvidence(site, ana, asked);
    const { ledger, headline } = ledgerRead.parse(JSON.parse(evidenceJson(evidence, "count", now)));
    expect(ledger).toHaveLength(9);
    const points = ledger.reduce((sum, each) => sum + each.points, 0);
    expect(points).toBeCloseTo(100 * headline, 9);
    const finished = ledger.find(({ cause }) => cause === "finished");
    expect((finished?.items ?? []).slice(0, 5).toSorted()).toEqual([
      "ABC-11",
      "ABC-12",
      "ABC-16",
      "ABC-19",
      "ABC-20",
    ]);
    expect(evidenceText(evidence, "count", now)).toContain("finished");
  });

  test("as JSON without a number says why", async () => {
    const evidence = await gatherEvidence(site, ana, { ...asItStands, work: epic, rule: "time" });
    expect(JSON.parse(evidenceJson(evidence, "time", now))).toMatchObject({
      headline: null,
      low: null,
      high: null,
      why: "too-few-sized",
    });
  });

  test("as text is a receipt whose shares add up", async () => {
    const evidence = await gatherEvidence(site, ana, { ...asItStands, work: epic, rule: "points" });
    const text = evidenceText(evidence, "points", now);
    expect(text).toContain("29.4 % done, between 15.9 % and 31.3 %");
    expect(text).toContain("ABC: confirmed after 7 days in Done");
    expect(text).toContain("The shares of these 10 items add up to 29.4 %.");
  });

  test("is refused in plain words for an issue or a query that Jira does not know", async () => {
    const missing = { kind: "issue", key: "ABC-999" } as const;
    await expect(
      gatherEvidence(site, ana, { ...asItStands, work: missing, rule: "count" }),
    ).rejects.toThrow(new EvidenceRefused("There is no issue ABC-999 at that time in these data"));
  });
});

test("the clock stands at the end of the span, but at the end of the data for a replay", () => {
  const argv = ["--data", "d", "--issue", "A-1", "--from", "2024-01-01", "--to", "2024-02-01"];
  const span = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2024, 1, 1) };
  expect(evidenceArguments(argv)).toMatchObject({ clock: span.to, replayAt: null, span });
  expect(evidenceArguments([...argv, "--at", "2024-01-10", "--replay"])).toMatchObject({
    clock: null,
    replayAt: Date.UTC(2024, 0, 10),
    span,
  });
});

test("a query with descendants is read from the arguments, with count as the usual rule", () => {
  const argv = ["--data", "d", "--jql", "project = ABC", "--descendants", "--json"];
  expect(evidenceArguments(argv)).toEqual({
    data: "d",
    work: { kind: "rule", jql: "project = ABC", descendants: true },
    rule: "count",
    clock: null,
    replayAt: null,
    span: null,
    json: true,
  });
});

test.each([
  [["--issue", "A-1"], "--data DIR is needed"],
  [["--data", "d"], "--issue KEY or --jql QUERY is needed"],
  [["--data", "d", "--issue", "A-1", "--jql", "x"], "--issue and --jql exclude each other"],
  [["--data", "d", "--issue", "A-1", "--rule", "speed"], "--rule speed is none of"],
  [["--data", "d", "--issue", "A-1", "--at", "soon"], "--at soon is no ISO 8601 instant"],
  [["--data", "d", "--issue", "A-1", "--replay"], "--replay needs --at ISO"],
  [["--data", "d", "--issue", "A-1", "--to", "2024-02-01"], "--to needs --from ISO"],
  [
    ["--data", "d", "--issue", "A-1", "--from", "2024-02-01", "--to", "2024-01-01"],
    "--from must lie before --to",
  ],
  [
    [
      "--data",
      "d",
      "--issue",
      "A-1",
      "--at",
      "2024-01-05",
      "--from",
      "2024-01-01",
      "--to",
      "2024-02-01",
    ],
    "--to lies after --at",
  ],
  [["--data", "d", "--issue", "A-1", "--colour"], "--colour"],
])("the arguments %j are refused", (argv, message) => {
  expect(() => evidenceArguments(argv)).toThrow(BadArguments);
  expect(() => evidenceArguments(argv)).toThrow(message);
});

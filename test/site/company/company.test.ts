import { createHash } from "node:crypto";
import { type IssueLine, parseIssueLine } from "../jira/import/issue-line";
import { importExports } from "../jira/import/import-exports";
import { parseQuery } from "../jira/jql/parse-query";
import { companySeed, generateCompany } from "./company";
import { figuresOf } from "./figures";
import { targets, tolerance } from "./target-figures";

const company = generateCompany(companySeed);
const { lines, users, goals, now } = company;
const ofType = (type: string) => lines.filter((line) => line.type === type);
const countOf = (matches: (line: IssueLine) => boolean) => lines.filter(matches).length;

test("the same seed makes the same bytes, another one makes others", () => {
  const digest = (seed: number) =>
    createHash("sha256")
      .update(JSON.stringify(generateCompany(seed)))
      .digest("hex");
  expect(digest(companySeed)).toBe(digest(companySeed));
  expect(digest(companySeed)).not.toBe(digest(companySeed + 1));
});

test("the bytes of the default seed are those that were made before", () => {
  const digest = createHash("sha256").update(JSON.stringify(company)).digest("hex");
  expect(digest).toMatchInlineSnapshot(
    `"e71969137d8bb668af9fad8e6b8605837eafbd1fce6df5953d1453d76e6446d1"`,
  );
});

test.each([
  ["reopened share", (f: Figures) => f.reopenedShare, targets.reopenedShare],
  ["dropped share", (f: Figures) => f.droppedShare, targets.droppedShare],
  ["median lead time", (f: Figures) => f.leadDays.p50, targets.leadDaysP50],
  ["95th percentile of lead time", (f: Figures) => f.leadDays.p95, targets.leadDaysP95],
  ["median scope growth", (f: Figures) => f.scopeGrowth.median, targets.scopeGrowthMedian],
])("the %s lies within a fifth of the figure of real work", (_name, figure, target) => {
  const off = Math.abs(figure(figuresOf(lines)) / target.value - 1);
  expect(off).toBeLessThanOrEqual(tolerance);
});
type Figures = ReturnType<typeof figuresOf>;

test("about two thousand issues in six projects fill the 18 months before October 30th, 2026, noon", () => {
  expect(new Date(now).toISOString()).toBe("2026-10-30T12:00:00.000Z");
  expect(lines.length).toBeGreaterThan(1_800);
  expect(lines.length).toBeLessThan(2_200);
  expect(new Set(lines.map(({ project }) => project)).size).toBe(6);
  const created = lines.map((line) => line.created).toSorted();
  expect(created[0]).toMatch(/^2025-04-30/);
  expect(created.at(-1)).toMatch(/^2026-10-(2|30)/);
});

test("every line is one that the importer reads", () => {
  const refused = lines.map((line) => parseIssueLine(line)).filter(({ ok }) => !ok);
  expect(refused).toEqual([]);
});

test("the importer rebuilds every issue's history without a hidden change", () => {
  const { issues } = importExports([{ name: "company", lines, statuses: company.statuses }]);
  const hidden = issues.filter(({ changes }) => changes.some((change) => change.hidden));
  expect(hidden.map(({ initial }) => initial.key)).toEqual([]);
});

test("every change starts from the value that the change before left, and the last one left the present value", () => {
  const broken = lines.flatMap(({ key, changelog, ...line }) =>
    singleFields.flatMap(([field, present]) => {
      const changes = changelog.filter((change) => change.field === field);
      const last = changes.at(-1);
      const endsWrong = last !== undefined && last.toString !== present(line);
      const breaks = changes.some(
        (change, index) => index > 0 && change.fromString !== changes[index - 1]?.toString,
      );
      return endsWrong || breaks ? [`${key} ${field}`] : [];
    }),
  );
  expect(broken).toEqual([]);
});
type Single = Omit<IssueLine, "key" | "changelog">;
const text = (value: number | null) => (value === null ? null : String(value));
const singleFields: readonly (readonly [string, (line: Single) => string | null])[] = [
  ["status", (line) => line.status],
  ["resolution", (line) => line.resolution],
  ["assignee", (line) => line.assignee],
  ["Story points", (line) => text(line.storyPoints)],
  ["timeoriginalestimate", (line) => text(line.originalEstimateSec)],
  ["timeestimate", (line) => text(line.remainingEstimateSec)],
  ["timespent", (line) => text(line.timeSpentSec)],
  ["Sprint", (line) => line.sprints.map(({ name }) => name).join(", ")],
  ["IssueParentAssociation", (line) => line.epic ?? line.parent],
];

test("no change lies before its issue's creation, after the end of the data or out of order", () => {
  const wrong = lines.filter(({ created, changelog }) =>
    changelog.some(
      ({ at }, index) =>
        at <= created ||
        Date.parse(at) > now ||
        (index > 0 && at < (changelog[index - 1]?.at ?? "")),
    ),
  );
  expect(wrong.map(({ key }) => key)).toEqual([]);
});

test("people in the lines are people of the site", () => {
  const names = users.map(({ displayName }) => displayName);
  const strangers = lines.flatMap(({ assignee, reporter, changelog }) =>
    [assignee, reporter, ...changelog.map(({ by }) => by)].filter(
      (name) => name !== null && !names.includes(name),
    ),
  );
  expect(strangers).toEqual([]);
});

test("each team sizes in its own way", () => {
  const share = (project: string, sized: (line: IssueLine) => boolean) => {
    const work = lines.filter((line) => line.project === project && line.hierarchyLevel === 0);
    return work.filter(sized).length / work.length;
  };
  const inPoints = ({ storyPoints }: IssueLine) => storyPoints !== null;
  const inTime = ({ originalEstimateSec }: IssueLine) => originalEstimateSec !== null;
  expect(share("SHOP", inPoints)).toBeGreaterThan(0.7);
  expect(share("BILL", inPoints)).toBeGreaterThan(0.35);
  expect(share("BILL", inPoints)).toBeLessThan(0.6);
  expect(share("PLAT", inPoints)).toBe(0);
  expect(share("PLAT", inTime)).toBeGreaterThan(0.4);
  expect(share("SEC", (line) => inPoints(line) || inTime(line))).toBe(0);
});

test("every kind of trouble that the app must show is there", () => {
  const withChildren = new Set(lines.map(({ epic }) => epic));
  const isOpen = ({ statusCategory }: IssueLine) => statusCategory !== "done";
  const openUnder = new Set(lines.filter(isOpen).flatMap(({ parent }) => parent ?? []));
  expect(ofType("Epic").filter(({ key }) => !withChildren.has(key)).length).toBeGreaterThan(2);
  expect(countOf((line) => !isOpen(line) && line.resolution === null)).toBeGreaterThan(2);
  expect(countOf((line) => isOpen(line) && line.resolution !== null)).toBeGreaterThan(0);
  expect(countOf((line) => !isOpen(line) && openUnder.has(line.key))).toBeGreaterThan(2);
  expect(countOf((line) => line.status === "In Progress")).toBeGreaterThan(20);
  expect(countOf((line) => line.securityLevel !== undefined)).toBeGreaterThan(10);
  expect(countOf((line) => line.links.some(({ type }) => type === "Blocks"))).toBeGreaterThan(20);
  expect(countOf((line) => line.fixVersions.some(({ released }) => !released))).toBeGreaterThan(20);
  expect(countOf((line) => line.sprints.some(({ state }) => state === "future"))).toBeGreaterThan(
    5,
  );
});

test("stories join epics after their start", () => {
  const starts = new Map(
    ofType("Epic").flatMap(({ key, changelog }) => {
      const start = changelog.find((change) => change.toString === "In Progress");
      return start === undefined ? [] : [[key, start.at] as const];
    }),
  );
  const late = ofType("Story").filter(
    ({ epic, created }) => created > (starts.get(epic ?? "") ?? "9"),
  );
  expect(late.length / ofType("Story").length).toBeGreaterThan(0.1);
});

test("goals stand on three levels below parents that come first, and cover states, rules and kinds of link", () => {
  const levels = new Map<string, number>();
  for (const { title, parent } of goals) {
    levels.set(title, parent === undefined ? 1 : (levels.get(parent) ?? NaN) + 1);
  }
  expect(new Set(levels.values())).toEqual(new Set([1, 2, 3]));
  expect(new Set(goals.map(({ state }) => state))).toEqual(
    new Set(["candidate", "committed", "achieved", "missed", "dropped"]),
  );
  expect(new Set(goals.map(({ rule }) => rule))).toEqual(new Set(["count", "points", "time"]));
  expect(goals.some(({ links, title }) => links.length === 0 && !isParent(title))).toBe(true);
});
const isParent = (title: string) => goals.some(({ parent }) => parent === title);

test("every rule of a goal, and every key of a project, is JQL", () => {
  const keys = new Set(lines.map(({ project }) => project));
  const rules = goals.flatMap(({ links }) =>
    links.flatMap((link) => ("jql" in link ? [link.jql] : [])),
  );
  for (const jql of [...rules, ...[...keys].map((key) => `project = ${key}`)]) {
    expect(parseQuery(jql).where).toBeDefined();
  }
});

test("one story is in two goals of the same parent", () => {
  const epicOf = new Map(lines.map(({ key, epic }) => [key, epic]));
  const issueKeys = goals.flatMap(({ links }) =>
    links.flatMap((link) => ("issueKey" in link ? [link.issueKey] : [])),
  );
  const shared = issueKeys.filter((key) => issueKeys.includes(epicOf.get(key) ?? ""));
  expect(shared).toHaveLength(3);
});

test("people see different projects, among them one who sees a single one and one who misses one", () => {
  const admins = users.filter(({ admin }) => admin);
  expect(admins.map(({ displayName }) => displayName)).toEqual(["Ada Lindqvist"]);
  const grants = users.map(({ projects }) => (projects === "all" ? "all" : projects.join(" ")));
  expect(grants).toContain("SHOP");
  expect(grants).toContain("ROAD SHOP PLAT MOBI");
  expect(users.every(({ accountId }) => /^[0-9a-f]{24}$/.test(accountId))).toBe(true);
});

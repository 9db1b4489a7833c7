import fc from "fast-check";
import { calls, type ValueOf } from "../../src/contract/calls";
import { evidenceItems } from "../../src/use-cases/evidence/evidence-items";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { goalHistory } from "../../src/use-cases/evidence/goal-history";
import { goalLedger } from "../../src/use-cases/evidence/goal-ledger";
import type { IssueLine } from "../site/jira/import/issue-line";
import type { SiteUser } from "../site/jira/site-user";
import type { StoredIssue } from "../site/jira/store/issue";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { type EvidenceApp, openEvidenceApp } from "./evidence-app";
import { valueOf } from "./value-of";

const secret = ["ABC-17"];
const topSecret = ["ABC-11", "ABC-15", "ABC-18", "ABC-20", "ABC-21", "ABC-22"];

/** Everybody that two projects and two security levels make possible. */
const viewers: readonly SiteUser[] = fc.sample(fc.constant(null), 16).map((_, n) => {
  const projects = [...((n & 1) === 0 ? [] : ["ABC"]), ...((n & 2) === 0 ? [] : ["XYZ"])];
  const levels = [...((n & 4) === 0 ? [] : ["Secret"]), ...((n & 8) === 0 ? [] : ["Top secret"])];
  return {
    accountId: `viewer-${String(n)}`,
    displayName: `Viewer ${String(n)}`,
    admin: false,
    projects,
    securityLevels: levels,
  };
});

/** Titles and creations that no other issue has, so that each can be found in what is told. */
const named = (line: IssueLine): IssueLine => {
  const n = line.project === "ABC" ? Number(line.id) - 1000 : Number(line.id) - 1060;
  const created = `2023-11-01T${String(Math.floor(n / 60) + 9).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}:07.000Z`;
  return { ...line, created, summary: `Title of ${line.key}.` };
};

let app: EvidenceApp;
let goalId = "";
let days: readonly Date[] = [];
beforeAll(async () => {
  const data = tenIssueData(named);
  app = await openEvidenceApp({
    ...data,
    users: [...data.users, ...viewers],
    securityLevelOf: (key) =>
      secret.includes(key) ? "Secret" : topSecret.includes(key) ? "Top secret" : null,
  });
  goalId = await app.goalOfEpic();
  const first = await app.day(1);
  await app.day(1);
  await change("ABC-17", { storyPoints: 2 });
  app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
  await app.link(goalId, "XYZ-1", "XYZ-2");
  const second = await app.day(1.3);
  await app.day(1);
  app.jira.transition(app.idOf("XYZ-1"), app.statusId("Done"), ana);
  await app.link(goalId, "XYZ-3", "XYZ-4", "XYZ-5");
  const third = await app.day(1.4);
  await app.day(1);
  days = [new Date("2023-11-20T05:00:00Z"), first, second, third];
});
afterAll(() => app.stop());

const change = async (key: string, fields: { storyPoints: number }) => {
  app.jira.editFields(app.idOf(key), fields, ana);
  await app.settle();
};

const anyViewer = fc.constantFrom(...viewers);
const anyDay = fc.integer({ min: 0, max: 4 }).map((n) => days[n]);

const sees = ({ projects, securityLevels }: SiteUser, key: string) =>
  projects.includes(key.slice(0, 3)) &&
  (!secret.includes(key) || securityLevels.includes("Secret")) &&
  (!topSecret.includes(key) || securityLevels.includes("Top secret"));

function hiddenFrom(viewer: SiteUser): readonly StoredIssue[] {
  return [...app.jira.store.all()].filter(({ fields }) => !sees(viewer, fields.key));
}

/** Jira's points are counted by the hour. */
const anHourLater = () => app.clock.advance(3_600_000);

/** What one person is told by all four calls. */
async function toldTo(viewer: SiteUser, at: Date | undefined, from: Date) {
  await anHourLater();
  const ports = app.as(viewer.accountId);
  const evidence = await goalEvidence(ports, { goalId, at: at?.toISOString() });
  const items = await evidenceItems(ports, {
    goalId,
    at: at?.toISOString(),
    filter: {},
    limit: 500,
  });
  const ledger = await goalLedger(ports, {
    goalId,
    from: from.toISOString(),
    to: at?.toISOString(),
  });
  const history = await goalHistory(ports, { goalId });
  return { evidence, items, ledger, history };
}

const earliest = () => days[0] ?? new Date(0);

test("no answer names a hidden issue, whoever asks and for whichever day", async () => {
  await fc.assert(
    fc.asyncProperty(anyViewer, anyDay, async (viewer, at) => {
      const answers = await toldTo(viewer, at, earliest());
      expect(calls.goalEvidence.answer.safeParse(answers.evidence).success).toBe(true);
      expect(calls.goalLedger.answer.safeParse(answers.ledger).success).toBe(true);
      expect(calls.goalHistory.answer.safeParse(answers.history).success).toBe(true);
      expect(calls.evidenceItems.answer.safeParse(answers.items).success).toBe(true);
      const told = JSON.stringify(answers);
      for (const { id, fields, createdAt } of hiddenFrom(viewer)) {
        for (const part of [`"${id}"`, `"${fields.key}"`, fields.summary]) {
          expect(told).not.toContain(part);
        }
        expect(told).not.toContain(new Date(createdAt).toISOString());
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("whoever sees the goal has the same official number, or its whole percent where one to four items are hidden", async () => {
  await fc.assert(
    fc.asyncProperty(anyViewer, anyDay, async (viewer, at) => {
      await anHourLater();
      const evidence = await goalEvidence(app.as(viewer.accountId), {
        goalId,
        at: at?.toISOString(),
      });
      if (viewer.projects.length === 0) {
        expect(evidence).toEqual({ ok: false, problem: { kind: "no-such-goal" } });
        return;
      }
      const own = valueOf(evidence);
      const all = valueOf(await goalEvidence(app.as(ana), { goalId, at: own.at }));
      const [mine, official] = [own.progress.number, all.progress.number];
      if (mine.kind === "none" || official.kind === "none") {
        expect(mine).toEqual(official);
        return;
      }
      const told = mine.exact ? official : inPercent(official);
      expect(mine).toEqual(told);
    }),
    { numRuns: 25 },
  );
}, 120_000);

const percent = (share: number) => Math.round(share * 100) / 100;
const inPercent = (number: { headline: number; low: number; high: number }) => ({
  kind: "value",
  headline: percent(number.headline),
  low: percent(number.low),
  high: percent(number.high),
  exact: false,
});

/** Of the goal's items one is hidden from her. */
const nora = viewers[1 + 2 + 8]?.accountId ?? "";
/** The whole other project and all secured issues are hidden from him. */
const otto = viewers[1]?.accountId ?? "";
const dayOf = (n: number) => days[n]?.toISOString();
const sinceFirst = (who: string) => goalLedger(app.as(who), { goalId, from: dayOf(1) ?? "" });

describe("with one to four hidden items", () => {
  test("nothing is counted and shares come in whole percent", async () => {
    await anHourLater();
    const { bill, making, spread, progress } = valueOf(
      await goalEvidence(app.as(nora), { goalId }),
    );
    expect({ bill, making }).toEqual({ bill: null, making: null });
    expect(progress).toMatchObject({ classes: null, unsized: null, hidden: { kind: "some" } });
    const shares = (spread?.values ?? []).flatMap(({ value }) => value ?? []);
    expect(shares.length).toBeGreaterThan(8);
    expect(shares).toEqual(shares.map(percent));
  });

  test("the items come without what they contribute and without their number", async () => {
    const asked = { goalId, filter: {}, limit: 500 };
    const { items, matching } = valueOf(await evidenceItems(app.as(nora), asked));
    expect(matching).toBeNull();
    expect(new Set(items.map(({ contribution }) => contribution))).toEqual(new Set([null]));
  });

  test("the ledger has its causes in whole percent and nothing under them", async () => {
    const { ledger } = valueOf(await sinceFirst(nora));
    if (ledger.kind !== "ledger") throw new Error(ledger.kind);
    expect(ledger.exact).toBe(false);
    expect([ledger.start, ledger.end]).toEqual([ledger.start, ledger.end].map(percent));
    for (const { share, ...under } of ledger.entries) {
      expect(under).toMatchObject({ items: null, hidden: null, more: null });
      expect(share).toBe(percent(share));
    }
  });

  test("the past is shown day by day only", async () => {
    const evening = valueOf(await goalEvidence(app.as(nora), { goalId, at: dayOf(2) }));
    expect(dayOf(2)?.slice(11)).not.toBe("00:00:00.000Z");
    expect(evening.at.slice(11)).toBe("00:00:00.000Z");
  });
});

test("with five or more hidden items each bar of the ledger adds up by its hidden row", async () => {
  await anHourLater();
  const { ledger } = valueOf(await sinceFirst(otto));
  if (ledger.kind !== "ledger") throw new Error(ledger.kind);
  expect(ledger.exact).toBe(true);
  expect(ledger.entries.some(({ hidden }) => hidden !== null)).toBe(true);
  for (const entry of ledger.entries) {
    expect(Math.abs(listedIn(entry) - entry.share)).toBeLessThan(1e-9);
  }
  const sum = ledger.entries.reduce((total, { share }) => total + share, 0);
  expect(Math.abs(sum - (ledger.end - ledger.start))).toBeLessThan(1e-9);
  expect(valueOf(await goalEvidence(app.as(otto), { goalId })).bill?.kind).toBe("bill");
});

type Entry = Extract<ValueOf<"goalLedger">["ledger"], { kind: "ledger" }>["entries"][number];

function listedIn({ items, hidden }: Entry): number {
  const rows = [...(items ?? []), ...[hidden ?? []].flat()];
  return rows.reduce((total, { share }) => total + share, 0);
}

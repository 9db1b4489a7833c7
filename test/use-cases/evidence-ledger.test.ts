import type { ValueOf } from "../../src/contract/calls";
import { editGoal } from "../../src/use-cases/edit-goal";
import { goalLedger } from "../../src/use-cases/evidence/goal-ledger";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, tenIssueData } from "../handlers/ten-issue-data";
import { type EvidenceApp, openEvidenceApp } from "./evidence-app";
import { valueOf } from "./value-of";

let app: EvidenceApp;
beforeEach(async () => {
  app = await openEvidenceApp(tenIssueData());
});
afterEach(() => app.stop());

type Ledger = Extract<ValueOf<"goalLedger">["ledger"], { kind: "ledger" }>;

async function ledgerOf(goalId: string, from: Date, to?: Date): Promise<Ledger> {
  const asked = { goalId, from: from.toISOString(), to: to?.toISOString() };
  const { ledger } = valueOf(await goalLedger(app.as(ana), asked));
  if (ledger.kind !== "ledger") throw new Error(ledger.kind);
  return ledger;
}

const causesIn = ({ entries }: Ledger) =>
  Object.fromEntries(
    entries.flatMap(({ cause, items }) =>
      items === null || items.length === 0 ? [] : [[cause, items.map(({ key }) => key).toSorted()]],
    ),
  );

function expectToAddUp({ start, end, entries }: Ledger): void {
  const sum = entries.reduce((total, { share }) => total + share, 0);
  expect(Math.abs(sum - (end - start))).toBeLessThan(1e-9);
  for (const { share, items, hidden, more } of entries) {
    const listed = (items ?? []).reduce((total, item) => total + item.share, 0);
    const rest = (hidden?.share ?? 0) + (more?.share ?? 0);
    expect(Math.abs(listed + rest - share)).toBeLessThan(1e-9);
  }
}

test("every change is under its cause, and the causes add up to the change", async () => {
  const goalId = await app.goalOfEpic();
  const from = await app.day(1);
  await app.day(1);
  app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
  app.jira.transition(app.idOf("ABC-19"), app.statusId("To Do"), ana);
  app.jira.editFields(app.idOf("ABC-15"), { storyPoints: 5 }, ana);
  app.jira.editFields(app.idOf("ABC-16"), { parentId: null }, ana);
  await app.link(goalId, "XYZ-1", "XYZ-2");
  const ledger = await ledgerOf(goalId, from);
  expect(causesIn(ledger)).toEqual({
    finished: ["ABC-18"],
    reopened: ["ABC-19"],
    added: ["XYZ-1", "XYZ-2"],
    "re-estimated": ["ABC-15"],
    "re-parented": ["ABC-16"],
  });
  expectToAddUp(ledger);
  expect(ledger.start).toBeCloseTo(10 / 34, 12);
  expect(ledger.end).toBeCloseTo(21 / 32, 12);
});

test("a span that lies in the past is told as it was told then", async () => {
  const goalId = await app.goalOfEpic();
  const from = await app.day(1);
  await app.day(1);
  app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
  await app.takeIn(goalId);
  const to = await app.day(1);
  const then = await ledgerOf(goalId, from);
  await app.day(1);
  app.jira.transition(app.idOf("ABC-18"), app.statusId("To Do"), ana);
  await app.takeIn(goalId);
  const later = await ledgerOf(goalId, from, to);
  expect(causesIn(later)).toEqual({ finished: ["ABC-18"] });
  expect(later.entries).toEqual(then.entries);
});

test("another rule is a cause of its own, and closing work as Won't Do finishes nothing", async () => {
  const goalId = await app.goalOfEpic();
  const from = await app.day(1);
  await app.day(1);
  const wontDo = [...app.jira.store.catalog.resolutions.values()].find(
    ({ name }) => name === "Won't Do",
  );
  app.jira.transition(app.idOf("ABC-18"), app.statusId("Done"), ana);
  app.jira.editFields(app.idOf("ABC-18"), { resolutionId: wontDo?.id ?? null }, ana);
  const goal = aDraft({ owner: ana, rule: "count" });
  valueOf(await editGoal(app.as(ana), { key: newKey(), goalId, version: 1, goal }));
  await app.takeIn(goalId);
  const ledger = await ledgerOf(goalId, from);
  const { dropped } = causesIn(ledger);
  const shareOf = (wanted: string) =>
    ledger.entries.find(({ cause }) => cause === wanted)?.share ?? Number.NaN;
  expect(dropped).toEqual(["ABC-18"]);
  expect(shareOf("finished")).toBe(0);
  expect(shareOf("rule-changed")).toBeGreaterThan(0.1);
  expect(ledger.end).toBeCloseTo(5 / 7, 12);
  expectToAddUp(ledger);
});

test("a side without a number is named, and a span must have a beginning before its end", async () => {
  const goalId = await app.goalOfEpic();
  await app.day(2);
  const ask = async (from: string, to?: string) => goalLedger(app.as(ana), { goalId, from, to });
  const early = valueOf(await ask("2023-12-01T00:00:00Z"));
  expect(early.ledger).toEqual({ kind: "no-number", side: "start", why: "no-work" });
  const refusal = { ok: false, problem: { kind: "invalid-request", field: "from" } };
  expect(await ask("2024-01-20T00:00:00Z", "2024-01-20T00:00:00Z")).toEqual(refusal);
  expect(await ask("2024-03-01T00:00:00Z")).toEqual(refusal);
});

test("a weighted parent has no ledger of its own", async () => {
  const goalId = await app.goalOfEpic({ combine: "weighted" });
  const from = await app.day(1);
  await app.day(1);
  const { ledger } = valueOf(await goalLedger(app.as(ana), { goalId, from: from.toISOString() }));
  expect(ledger).toEqual({ kind: "weighted" });
});

import { auditFacts } from "../../src/use-cases/sync/audit-facts";
import { anItem } from "../build/item";
import { tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";

let app: InProcess;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
});
afterEach(() => app.stop());

const day = 24 * 3_600_000;
const idOf = (n: number) => String(500_000 + n);
const facts = (count: number) => {
  const at = app.ports.now();
  const issues = Array.from({ length: count }, (_, n) => ({
    item: anItem({ id: idOf(n) }),
    key: `ABC-${String(n)}`,
    projectKey: "ABC",
    createdAt: at,
    updatedAt: at,
    secured: false,
    subTaskIds: [],
  }));
  return app.ports.store.scope.putIssues(issues, at);
};
const waiting = async () => (await app.ports.store.sync.queue()).length;
test("the audit goes round: every fact waits to be read again after as many nights as it takes, none is left out", async () => {
  await facts(2500);
  const counts: number[] = [];
  for (let night = 0; night < 3; night++) {
    await auditFacts(app.ports);
    counts.push(await waiting());
    await app.clock.advance(day);
  }
  expect(counts).toEqual([1000, 2000, 2500]);
  await app.settle();
  expect(await waiting()).toBe(0);
});

test("an issue that has been gone for thirty days is forgotten, a younger one is not", async () => {
  await facts(3);
  const { scope } = app.ports.store;
  await app.clock.advance(day);
  await scope.markGone([idOf(0)], app.ports.now());
  await app.clock.advance(20 * day);
  await scope.markGone([idOf(1)], app.ports.now());
  await app.clock.advance(11 * day);
  await auditFacts(app.ports);
  expect(await scope.issueIdsAfter("0", 10)).toEqual([idOf(1), idOf(2)]);
});

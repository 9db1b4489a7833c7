import { catchUp } from "../../src/use-cases/catch-up";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssue } from "../../src/use-cases/link-issue";
import { linkRule } from "../../src/use-cases/link-rule";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee, tenIssueData } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

const day = 86_400_000;
let app: InProcess;
let goalId: string;
beforeEach(async () => {
  app = await openInProcess(tenIssueData());
  const goal = aDraft({ owner: lee, rule: "count" });
  ({ goalId } = valueOf(await createGoal(app.as(lee), { key: newKey(), goal })));
});
afterEach(() => app.stop());

const setArchived = (key: string, archived: boolean) => {
  app.jira.setArchived(app.jira.store.byKey(key)?.id ?? "", archived, ana);
};

async function counted() {
  const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
  return Object.values(classes ?? {}).reduce((sum, { count }) => sum + count, 0);
}

async function afterDays(days: number) {
  await app.clock.advance(days * day);
  await catchUp(app.ports);
  await app.settle();
}

const links: Readonly<Record<string, () => Promise<unknown>>> = {
  "a rule": async () => {
    const jql = "project = ABC AND issuetype = Story";
    return valueOf(await linkRule(app.as(lee), { key: newKey(), goalId, jql, descendants: false }));
  },
  "a linked epic": async () =>
    valueOf(
      await linkIssue(app.as(lee), { key: newKey(), goalId, issueKey: "ABC-1", descendants: true }),
    ),
};

test.each(Object.keys(links))(
  "an issue that was in the archive when %s was read is found within four weeks of its return",
  async (name) => {
    setArchived("ABC-16", true);
    await links[name]?.();
    await app.settle();
    const without = await counted();
    setArchived("ABC-16", false);
    await afterDays(27);
    expect(await counted()).toBe(without);
    await afterDays(2);
    expect(await counted()).toBe(without + 1);
  },
);

test("links that were read lately are left alone", async () => {
  await links["a linked epic"]?.();
  await app.settle();
  await afterDays(29);
  await app.clock.advance(3_600_000);
  await catchUp(app.ports);
  expect(app.jobs().filter(({ kind }) => kind === "read-goal")).toEqual([]);
});

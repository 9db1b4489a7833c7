import { createGoal } from "../../src/use-cases/create-goal";
import { goalItems } from "../../src/use-cases/goal-items";
import { goalProgress } from "../../src/use-cases/goal-progress";
import { linkIssues } from "../../src/use-cases/link-issues";
import { linkRule } from "../../src/use-cases/link-rule";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana, lee } from "../handlers/ten-issue-data";
import { openInProcess, type InProcess } from "./in-process";
import { valueOf } from "./value-of";

/** Goals that Lee makes and links, and what Ana then sees of them. */
export function linkedGoals(app: InProcess) {
  const goal = async () => {
    const draft = aDraft({ owner: lee, rule: "count" });
    return valueOf(await createGoal(app.as(lee), { key: newKey(), goal: draft })).goalId;
  };
  return {
    goal,
    goalOf: async (issueKeys: readonly string[], descendants = true) => {
      const goalId = await goal();
      const request = { key: newKey(), goalId, issueKeys: [...issueKeys], descendants };
      valueOf(await linkIssues(app.as(lee), request));
      return goalId;
    },
    rule: async (goalId: string, jql: string, descendants = false) => {
      valueOf(await linkRule(app.as(lee), { key: newKey(), goalId, jql, descendants }));
    },
    progressOf: async (goalId: string) =>
      valueOf(await goalProgress(app.as(ana), { goalId })).progress,
    /** How many items a goal has, of every class. */
    itemsOf: async (goalId: string) => {
      const { classes } = valueOf(await goalProgress(app.as(ana), { goalId })).progress;
      return Object.values(classes ?? {}).reduce((sum, { count }) => sum + count, 0);
    },
    keysOf: async (goalId: string) => {
      const { items } = valueOf(await goalItems(app.as(ana), { goalId, limit: 100 }));
      return items.map(({ key }) => key);
    },
    /** What the work asks of Jira. */
    requestsOf: async (work: () => Promise<void>) => {
      app.boundary.forgetRequests();
      await work();
      return app.boundary.requests();
    },
  };
}

/** The app with what it reads of the projects once a day: settle times and pools. */
export async function openPrepared(data: Parameters<typeof openInProcess>[0]): Promise<InProcess> {
  const app = await openInProcess(data);
  await linkedGoals(app).goalOf(["ABC-1"], false);
  await app.settle();
  await app.clock.advance(1000);
  return app;
}

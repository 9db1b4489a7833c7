import type { GoalEvidence } from "../../src/contract/evidence";
import { createGoal } from "../../src/use-cases/create-goal";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { linkIssues } from "../../src/use-cases/link-issues";
import { readHistories } from "../../src/use-cases/read-histories";
import { aDraft, newKey } from "../handlers/app-calls";
import { ana } from "../handlers/ten-issue-data";
import type { SiteData } from "../site/assembly/site-data";
import { type InProcess, openInProcess } from "./in-process";
import { valueOf } from "./value-of";

type Draft = Parameters<typeof aDraft>[0];

/** The app in this process with what tests of the evidence do again and again, all of it as Ana. */
export type EvidenceApp = InProcess & {
  readonly makeGoal: (override?: Draft) => Promise<string>;
  /** A goal of the epic with all below it, its past read. */
  readonly goalOfEpic: (override?: Draft) => Promise<string>;
  readonly link: (goalId: string, ...issueKeys: readonly string[]) => Promise<void>;
  /** Takes in what happened, then reads what is unread of the pasts of the goal's issues. */
  readonly takeIn: (goalId: string) => Promise<void>;
  readonly evidence: (goalId: string, at?: Date) => Promise<GoalEvidence>;
  /** Not a number where the goal has none. */
  readonly headline: (goalId: string, at?: Date) => Promise<number>;
  readonly idOf: (key: string) => string;
  readonly statusId: (name: string) => string;
  /** Lets days go by; the instant after them. */
  readonly day: (days: number) => Promise<Date>;
};

export async function openEvidenceApp(data: SiteData): Promise<EvidenceApp> {
  const app = await openInProcess(data);
  const { statuses } = app.jira.store.catalog;

  const makeGoal: EvidenceApp["makeGoal"] = async (override = {}) => {
    const goal = aDraft({ owner: ana, ...override });
    return valueOf(await createGoal(app.as(ana), { key: newKey(), goal })).goalId;
  };
  const takeIn = async (goalId: string) => {
    await app.settle();
    await readHistories(app.ports, goalId);
  };
  const link = async (goalId: string, ...issueKeys: readonly string[]) => {
    const wish = { key: newKey(), goalId, issueKeys: [...issueKeys], descendants: true };
    valueOf(await linkIssues(app.as(ana), wish));
    await takeIn(goalId);
  };
  const evidence = async (goalId: string, at?: Date) =>
    valueOf(await goalEvidence(app.as(ana), { goalId, at: at?.toISOString() }));

  return {
    ...app,
    makeGoal,
    takeIn,
    link,
    evidence,
    goalOfEpic: async (override) => {
      const goalId = await makeGoal(override);
      await link(goalId, "ABC-1");
      return goalId;
    },
    headline: async (goalId, at) => {
      const { number } = (await evidence(goalId, at)).progress;
      return number.kind === "value" ? number.headline : Number.NaN;
    },
    idOf: (key) => app.jira.store.byKey(key)?.id ?? "",
    statusId: (name) => [...statuses.values()].find((each) => each.name === name)?.id ?? "",
    day: async (days) => {
      await app.clock.advance(days * 86_400_000);
      return new Date(app.clock.now());
    },
  };
}

import * as z from "zod/mini";
import type { Answer, ProblemKind } from "../../../src/contract/answer";
import { calls, type CallName } from "../../../src/contract/calls";
import type { GoalItems, ItemView, ProgressView } from "../../../src/contract/progress";
import type { InvocationResult } from "../boundary";
import type { EvidenceArguments } from "./arguments";

/** A goal's number with everything it rests on. */
export type Evidence = {
  readonly progress: ProgressView;
  readonly items: readonly ItemView[];
  readonly settleDays: GoalItems["settleDays"];
  readonly pools: GoalItems["pools"];
};

/** The app said no; the message carries its own words. */
export class EvidenceRefused extends Error {
  override readonly name = "EvidenceRefused";
}

type Site = {
  readonly call: (
    accountId: string,
    functionKey: string,
    payload: unknown,
  ) => Promise<InvocationResult>;
  readonly settle: () => Promise<void>;
};

const pageSize = 100;

/** Makes a goal of this work through the app's own calls, lets the queue do its work, and reads the number with its items. */
export async function gatherEvidence(
  site: Site,
  accountId: string,
  { work, rule }: Pick<EvidenceArguments, "work" | "rule">,
): Promise<Evidence> {
  const ask = askerOf(site, accountId);
  const goal = { ...draft, owner: accountId, rule };
  const { goalId } = await ask("createGoal", calls.createGoal.answer, {
    key: "evidence-goal",
    goal,
  });
  const link = { key: "evidence-link", goalId };
  if (work.kind === "issue") {
    await ask("linkIssue", calls.linkIssue.answer, {
      ...link,
      issueKey: work.key,
      descendants: true,
    });
  } else {
    await ask("linkRule", calls.linkRule.answer, {
      ...link,
      jql: work.jql,
      descendants: work.descendants,
    });
  }
  await readToTheEnd(site, ask, goalId);
  return readItems(ask, goalId);
}

const readings = 3;

/** A reading that was cut off is asked for again; a number of part of the work is never given. */
async function readToTheEnd(site: Site, ask: Ask, goalId: string): Promise<void> {
  for (let reading = 0; reading < readings; reading += 1) {
    await site.settle();
    const { progress } = await ask("goalProgress", calls.goalProgress.answer, { goalId });
    if (progress.reading.kind === "current" || progress.reading.kind === "broken") return;
    await ask("recomputeGoal", calls.recomputeGoal.answer, { goalId });
  }
  throw new EvidenceRefused("The work could not be read to its end; run the command again");
}

const draft = {
  title: "Evidence",
  why: "",
  state: "committed",
  countSubTasks: false,
  startDay: null,
  targetDay: null,
  parentId: null,
} as const;

type Ask = <T>(
  call: CallName,
  answer: z.core.$ZodType<Answer<T>>,
  payload: Readonly<Record<string, unknown>>,
) => Promise<T>;

function askerOf(site: Site, accountId: string): Ask {
  return async (call, schema, payload) => {
    const result = await site.call(accountId, call, payload);
    if (!result.ok) throw new EvidenceRefused(`${call}: ${result.errorMessage}`);
    const answer = z.parse(schema, result.value);
    if (answer.ok) return answer.value;
    throw new EvidenceRefused(answer.problem.detail ?? refusalOf(answer.problem.kind, payload));
  };
}

function refusalOf(kind: ProblemKind, payload: Readonly<Record<string, unknown>>): string {
  if (kind !== "no-such-issue") return `The app answered ${kind}`;
  return `There is no issue ${String(payload["issueKey"])} at that time in these data`;
}

async function readItems(ask: Ask, goalId: string): Promise<Evidence> {
  const items: ItemView[] = [];
  let after: string | null = null;
  for (;;) {
    const page: GoalItems = await ask("goalItems", calls.goalItems.answer, {
      goalId,
      limit: pageSize,
      ...(after === null ? {} : { after }),
    });
    items.push(...page.items);
    if (page.next === null) return { ...page, items };
    after = page.next;
  }
}

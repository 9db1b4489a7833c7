import { z } from "zod/mini";
import type { Site } from "../site/site";

const saved = z.object({ ok: z.literal(true), value: z.object({ goalId: z.string() }) });
const viewed = z.object({
  ok: z.literal(true),
  value: z.object({ progress: z.looseObject({}) }),
});

export type BenchGoal = { readonly goalId: string; readonly accountId: string };

/** Makes a goal of everything that a JQL rule brings, as an administrator, and waits until it is rolled up. */
export async function goalOfRule(site: Site, jql: string): Promise<BenchGoal> {
  const accountId = site.users.find((user) => user.admin)?.accountId;
  if (accountId === undefined) throw new Error("The site has no administrator");
  const goal = {
    title: jql.slice(0, 200),
    why: "",
    owner: accountId,
    state: "committed",
    rule: "count",
    countSubTasks: false,
    startDay: null,
    targetDay: null,
    parentId: null,
  };
  const ask = askAs(site, accountId);
  const { value } = saved.parse(await ask("createGoal", { key: "bench-goal", goal }));
  const { goalId } = value;
  await ask("linkRule", { key: "bench-rule", goalId, jql, descendants: false });
  await site.settle();
  return { goalId, accountId };
}

/** One view of a dashboard gadget, as its frame asks for it. */
export async function viewGadget(site: Site, { goalId, accountId }: BenchGoal): Promise<void> {
  const ask = askAs(site, accountId, "goal-progress-gadget");
  viewed.parse(await ask("goalProgress", { goalId }));
}

function askAs(site: Site, accountId: string, moduleKey?: string) {
  return async (functionKey: string, payload: unknown): Promise<unknown> => {
    const result = await site.call(accountId, functionKey, payload, moduleKey);
    if (!result.ok) throw new Error(`${functionKey}: ${result.errorMessage}`);
    return result.value;
  };
}

import { z } from "zod/mini";
import type { Platform } from "../boundary";

/** A goal that the site makes at its start, as a person would on the goals page. */
export type GoalSeed = {
  readonly title: string;
  readonly why: string;
  readonly ownerAccountId: string;
  readonly state: string;
  readonly rule: string;
  readonly startDay: string | null;
  readonly targetDay: string | null;
  /** Title of the goal above. */
  readonly parent?: string;
  readonly links: readonly (
    | { readonly issueKey: string; readonly descendants: boolean }
    | { readonly jql: string; readonly descendants: boolean }
  )[];
};

/** A goal that was made: its id and who owns it. */
export type SeededGoal = { readonly id: string; readonly title: string };

const saved = z.object({ ok: z.literal(true), value: z.looseObject({ goalId: z.string() }) });

/**
 * Makes goals through the app's own calls: an administrator creates them, because an owner may not see the goal above
 * yet, and each owner links the work. Parents come before their children in the list.
 */
export async function seedGoals(
  platform: Pick<Platform, "invokeResolver">,
  seeds: readonly GoalSeed[],
  adminAccountId: string,
): Promise<readonly SeededGoal[]> {
  const ids = new Map<string, string>();
  const admin = callerOf(platform, adminAccountId);
  for (const [at, seed] of seeds.entries()) {
    const owner = callerOf(platform, seed.ownerAccountId);
    const { goalId } = await admin("createGoal", {
      key: `seed-goal-${String(at)}`,
      goal: draftOf(seed, ids),
    });
    ids.set(seed.title, goalId);
    for (const [index, link] of seed.links.entries()) {
      const key = `seed-link-${String(at)}-${String(index)}`;
      await owner("issueKey" in link ? "linkIssue" : "linkRule", { key, goalId, ...link });
    }
  }
  return [...ids].map(([title, id]) => ({ id, title }));
}

function draftOf(seed: GoalSeed, ids: ReadonlyMap<string, string>) {
  const parentId = seed.parent === undefined ? null : ids.get(seed.parent);
  if (parentId === undefined) {
    throw new Error(`The parent of "${seed.title}" must be seeded before it`);
  }
  return {
    title: seed.title,
    why: seed.why,
    owner: seed.ownerAccountId,
    state: seed.state,
    rule: seed.rule,
    countSubTasks: false,
    startDay: seed.startDay,
    targetDay: seed.targetDay,
    parentId,
  };
}

function callerOf(platform: Pick<Platform, "invokeResolver">, accountId: string) {
  return async (functionKey: string, payload: unknown) => {
    const result = await platform.invokeResolver({
      moduleKey: "goals-page",
      accountId,
      functionKey,
      payload,
      context: { extension: { type: "jira:globalPage" } },
    });
    const answer = saved.safeParse(result.ok ? result.value : undefined);
    if (!answer.success) {
      throw new Error(`The app refused ${functionKey}: ${JSON.stringify({ payload, result })}`);
    }
    return answer.data.value;
  };
}

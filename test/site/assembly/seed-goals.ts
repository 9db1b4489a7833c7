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

const granted = z.object({ ok: z.literal(true), value: z.looseObject({}) });
const saved = z.object({ goalId: z.string() });
const found = z.object({ settings: z.looseObject({}), version: z.number() });

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
  if (seeds.length > 0) await grantAllPoints(admin);
  for (const [at, seed] of seeds.entries()) {
    const owner = callerOf(platform, seed.ownerAccountId);
    const made = await admin("createGoal", {
      key: `seed-goal-${String(at)}`,
      goal: draftOf(seed, ids),
    });
    const { goalId } = z.parse(saved, made);
    ids.set(seed.title, goalId);
    for (const [index, link] of seed.links.entries()) {
      const key = `seed-link-${String(at)}-${String(index)}`;
      await owner("issueKey" in link ? "linkIssue" : "linkRule", { key, goalId, ...link });
    }
  }
  return [...ids].map(([title, id]) => ({ id, title }));
}

/** The site has the app for itself: with the usual share the first reading of so much work would wait for the next hour. */
async function grantAllPoints(admin: ReturnType<typeof callerOf>): Promise<void> {
  const { settings, version } = z.parse(found, await admin("getSettings", {}));
  const all = { ...settings, pointsShare: 1 };
  await admin("saveSettings", { key: "seed-settings", version, settings: all });
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
    const answer = granted.safeParse(result.ok ? result.value : undefined);
    if (!answer.success) {
      throw new Error(`The app refused ${functionKey}: ${JSON.stringify({ payload, result })}`);
    }
    return answer.data.value;
  };
}

import { aDraft, ask, newKey, take } from "../../handlers/app-calls";
import { ana, lee, mel } from "../../handlers/ten-issue-data";
import type { Site } from "../site";
import { masked } from "./masked";

const minute = 60_000;

/** A morning of three people with the app, and everything they were told: the same on every site. */
export async function session(site: Site): Promise<readonly string[]> {
  const told: unknown[] = [];
  const idOf = (key: string) => site.jira.store.byKey(key)?.id ?? "";
  const tell = async (what: Promise<unknown>) => {
    told.push(await what);
  };
  const goal = aDraft({ owner: lee });
  const { goalId } = await take(site, lee, "createGoal", { key: newKey(), goal });
  const child = aDraft({ owner: lee, title: "Fewer steps", parentId: goalId });
  const below = await take(site, lee, "createGoal", { key: newKey(), goal: child });
  const link = { key: newKey(), goalId: below.goalId, issueKey: "ABC-1", descendants: true };
  await tell(ask(site, lee, "linkIssue", link));
  const rule = { key: newKey(), goalId, jql: "project = XYZ", descendants: false };
  await tell(ask(site, ana, "linkRule", rule));
  await site.settle();
  for (const person of [lee, ana, mel]) {
    await tell(ask(site, person, "listGoals", { includeArchived: false }));
    await tell(ask(site, person, "getGoal", { goalId }));
    await tell(ask(site, person, "goalProgress", { goalId }));
    await tell(ask(site, person, "goalItems", { goalId, limit: 50 }));
    await tell(ask(site, person, "issueGoals", { issueId: idOf("ABC-11") }));
  }
  const done = [...site.jira.store.catalog.statuses.values()].find(({ name }) => name === "Done");
  site.jira.transition(idOf("ABC-18"), done?.id ?? "", lee);
  await site.advance(10 * minute);
  await tell(ask(site, lee, "goalProgress", { goalId: below.goalId }));
  await tell(ask(site, mel, "searchGoals", { query: "steps", limit: 10 }));
  await tell(ask(site, lee, "previewRule", { jql: "project = ABC AND status = Done" }));
  await tell(ask(site, lee, "previewRule", { jql: "no such thing" }));
  return masked(told);
}

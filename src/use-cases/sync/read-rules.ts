import type { GoalLink } from "../../domain/goal";
import type { Place } from "./pass-ports";
import type { PassProgress } from "./pass-progress";
import { readOnce } from "./read-once";
import { firstOf, searchRules } from "./search-rules";
import type { Turn } from "./take-turn";

/** Most rules that are searched before what they match is read. */
const rulesAtOnce = 20;

type AtRules = Extract<Place, { readonly step: "rules" }>;
type Matched = {
  readonly link: GoalLink;
  readonly ids: readonly string[];
  readonly next: string | null;
};

/** Reads what rules match, some rules at a time. A rule that Jira refuses keeps its members, with Jira's message. */
export async function readRules(turn: Turn, progress: PassProgress, begun: AtRules): Promise<void> {
  let at = begun;
  for (;;) {
    const some = await searchSome(turn, at);
    const last = some.at(-1);
    if (last === undefined) break;
    await readMatches(turn, progress, some);
    const done = some.filter(({ next }) => next === null).at(-1)?.link.id ?? at.after;
    const open = last.next === null ? null : { linkId: last.link.id, from: last.next };
    at = { step: "rules", after: done, open };
    await turn.reach(at);
  }
  await turn.reach({
    step: "below",
    level: await topLevel(turn),
    goals: 0,
    after: "0",
    open: null,
  });
}

async function searchSome(
  { ports, pass }: Turn,
  { after, open }: AtRules,
): Promise<readonly Matched[]> {
  const { store, now } = ports;
  const { number } = pass();
  const links = await store.readings.rules(number, after, rulesAtOnce);
  const rules = links.filter((link) => link.kind === "rule");
  const some: Matched[] = [];
  const goesOn = open !== null && rules[0]?.id === open.linkId;
  const first = goesOn ? rules.slice(0, 1) : await firstOf(ports, rules);
  for (const { link, match } of await searchRules(ports, first, goesOn ? open.from : null)) {
    if (match.kind === "refused") {
      const { message } = match;
      await store.readings.refuse(number, { linkId: link.id, message, at: now() });
    }
    some.push({ link, ...(match.kind === "read" ? match : { ids: [], next: null }) });
  }
  return some;
}

async function readMatches(
  turn: Turn,
  progress: PassProgress,
  some: readonly Matched[],
): Promise<void> {
  const { readings } = turn.ports.store;
  const { number } = turn.pass();
  const issueIds = [...new Set(some.flatMap(({ ids }) => ids))];
  const byGoal = new Map<string, number>();
  for (const { link, ids } of some) {
    byGoal.set(link.goalId, (byGoal.get(link.goalId) ?? 0) + ids.length);
  }
  progress.begin({ level: null, issues: issueIds.length, byGoal });
  await readOnce(turn, { issueIds, progress }, async ({ there }) => {
    const read = new Set(there);
    for (const { link, ids } of some) {
      await readings.takeMatches(
        number,
        link.id,
        ids.filter((id) => read.has(id)),
      );
    }
  });
}

/** A child is always of a lower level than its parent, so that children are read from the highest level down. */
async function topLevel({ ports, pass }: Turn): Promise<number> {
  const { number, goals } = pass();
  const goalIds = goals.map(({ goalId }) => goalId);
  return (await ports.store.readings.topLevel(number, goalIds)) ?? -1;
}

import { calls } from "../../../src/contract/calls";
import type {
  GoalEvidence,
  GoalLedger,
  PastView,
  SpreadView,
} from "../../../src/contract/evidence";
import type { ProgressView } from "../../../src/contract/progress";
import type { EvidenceArguments } from "./arguments";
import { type AskApp, type AskedSite, askerOf, EvidenceRefused } from "./ask-app";
import { type ItemsRead, readItems, readItemsAt } from "./read-items";

/** A goal's number with everything it rests on; `ledger` is null where none was asked for. */
export type Evidence = ItemsRead & {
  readonly progress: ProgressView;
  readonly past: PastView;
  readonly spread: SpreadView | null;
  readonly ledger: GoalLedger | null;
};

type Asked = Pick<EvidenceArguments, "work" | "rule" | "replayAt" | "span">;

/** Makes a goal of this work through the app's own calls, lets the queue do its work, and reads the number with its items. */
export async function gatherEvidence(
  site: AskedSite,
  accountId: string,
  asked: Asked,
): Promise<Evidence> {
  const ask = askerOf(site, accountId);
  const goal = { ...draft, owner: accountId, rule: asked.rule };
  const saved = { key: "evidence-goal", goal };
  const { goalId } = await ask("createGoal", calls.createGoal.answer, saved);
  await linkWork(ask, goalId, asked.work);
  await readToTheEnd(site, ask, goalId);
  const at = asked.replayAt ?? asked.span?.from ?? null;
  if (at !== null) await readHistories(site, ask, { goalId, at: isoOf(at) });
  const ledger = await readLedger(ask, goalId, asked.span);
  if (asked.replayAt === null) {
    const seen = await ask("goalEvidence", calls.goalEvidence.answer, { goalId });
    return { ...(await readItems(ask, goalId)), ...numberOf(seen), ledger };
  }
  const then = { goalId, at: isoOf(asked.replayAt) };
  const seen = await ask("goalEvidence", calls.goalEvidence.answer, then);
  return { ...(await readItemsAt(ask, then)), ...numberOf(seen), ledger };
}

const numberOf = ({ progress, past, spread }: GoalEvidence) => ({ progress, past, spread });
const isoOf = (at: number) => new Date(at).toISOString();

const draft = {
  title: "Evidence",
  why: "",
  state: "committed",
  countSubTasks: false,
  startDay: null,
  targetDay: null,
  parentId: null,
} as const;

async function linkWork(ask: AskApp, goalId: string, work: Asked["work"]): Promise<void> {
  const link = { key: "evidence-link", goalId };
  if (work.kind === "issue") {
    const { key: issueKey } = work;
    await ask("linkIssue", calls.linkIssue.answer, { ...link, issueKey, descendants: true });
    return;
  }
  const { jql, descendants } = work;
  await ask("linkRule", calls.linkRule.answer, { ...link, jql, descendants });
}

const readings = 3;

/** A reading that was cut off is asked for again; a number of part of the work is never given. */
async function readToTheEnd(site: AskedSite, ask: AskApp, goalId: string): Promise<void> {
  for (let reading = 0; reading < readings; reading += 1) {
    await site.settle();
    const { progress } = await ask("goalProgress", calls.goalProgress.answer, { goalId });
    if (progress.reading.kind === "current" || progress.reading.kind === "broken") return;
    await ask("recomputeGoal", calls.recomputeGoal.answer, { goalId });
  }
  throw new EvidenceRefused("The work could not be read to its end; run the command again");
}

/**
 * Lets the queue read the changelogs that this past needs. What it leaves unread stays marked as estimated in the
 * answer itself.
 */
async function readHistories(
  site: AskedSite,
  ask: AskApp,
  then: { readonly goalId: string; readonly at: string },
): Promise<void> {
  for (let reading = 0; reading < readings; reading += 1) {
    const { past } = await ask("goalEvidence", calls.goalEvidence.answer, then);
    if (past.kind === "now" || past.unread === 0) return;
    await site.settle();
  }
}

async function readLedger(
  ask: AskApp,
  goalId: string,
  span: Asked["span"],
): Promise<GoalLedger | null> {
  if (span === null) return null;
  return ask("goalLedger", calls.goalLedger.answer, {
    goalId,
    from: isoOf(span.from),
    ...(span.to === null ? {} : { to: isoOf(span.to) }),
  });
}

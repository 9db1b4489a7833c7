import type { GoalChoice, GoalLine, GoalView, LinkView } from "../../../src/contract/goal";
import { progress } from "./progress";

export function goalLine(change: Partial<GoalLine> = {}): GoalLine {
  return {
    id: "7",
    parentId: null,
    title: "Cut checkout p95 below 300 ms",
    owner: "ines",
    ownerName: "Ines Okafor",
    state: "committed",
    rule: "points",
    targetDay: "2026-12-12",
    archived: false,
    mayEdit: true,
    progress: progress(),
    ...change,
  };
}

export function issueLink(change: Partial<LinkView> = {}): LinkView {
  return {
    id: "31",
    kind: "issue",
    descendants: true,
    issueId: "10000",
    issueKey: "PAY-100",
    issueTitle: "Faster checkout",
    jql: null,
    brings: 10,
    broken: null,
    createdAt: "2026-11-01T08:00:00.000Z",
    ...change,
  };
}

export function ruleLink(change: Partial<LinkView> = {}): LinkView {
  return issueLink({
    id: "32",
    kind: "rule",
    descendants: false,
    issueId: null,
    issueKey: null,
    issueTitle: null,
    jql: "project = PAY AND labels = latency",
    brings: 4,
    ...change,
  });
}

export function goalView(change: Partial<GoalView> = {}): GoalView {
  return {
    line: goalLine(),
    why: "People leave when the checkout is slow.",
    countSubTasks: false,
    weight: 1,
    combining: { kind: "union" },
    startDay: "2026-09-01",
    version: 4,
    ruleVersion: 1,
    createdAt: "2026-09-01T08:00:00.000Z",
    updatedAt: "2026-11-20T08:00:00.000Z",
    links: [issueLink(), ruleLink()],
    parents: [],
    children: [],
    ...change,
  };
}

export function goalChoice(change: Partial<GoalChoice> = {}): GoalChoice {
  return {
    id: "8",
    title: "Migrate billing to the new ledger",
    state: "committed",
    ownerName: "Ines Okafor",
    parentTitle: null,
    mayEdit: true,
    ...change,
  };
}

import { parseArgs } from "node:util";
import type { Answer } from "../../src/contract/answer";
import { createGoal } from "../../src/use-cases/create-goal";
import { evidenceItems } from "../../src/use-cases/evidence/evidence-items";
import { goalEvidence } from "../../src/use-cases/evidence/goal-evidence";
import { goalHistory } from "../../src/use-cases/evidence/goal-history";
import { goalLedger } from "../../src/use-cases/evidence/goal-ledger";
import { linkRule } from "../../src/use-cases/link-rule";
import { aDraft, newKey } from "../handlers/app-calls";
import { loadData } from "../site/assembly/site-data";
import { type EvidenceApp, openEvidenceApp } from "../use-cases/evidence-app";
import { valueOf } from "../use-cases/value-of";
import { inMilliseconds } from "./figure";

/** `evidence-calls.ts --data FILE --jql JQL`: what the calls of the evidence page cost for one goal of a rule. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: "string" }, jql: { type: "string" }, rule: { type: "string" } },
  });
  const { data, jql } = values;
  if (data === undefined || jql === undefined) throw new Error("--data FILE --jql JQL");
  const site = await loadData(data);
  const app = await openEvidenceApp(site);
  const admin = site.users.find((user) => user.admin)?.accountId ?? "";
  await allowEverything(app);
  const goal = aDraft({ owner: admin, rule: values.rule === "count" ? "count" : "points" });
  const { goalId } = valueOf(await createGoal(app.as(admin), { key: newKey(), goal }));
  const rule = { key: newKey(), goalId, jql, descendants: false };
  valueOf(await linkRule(app.as(admin), rule));
  await timed("reading and rolling", async () => app.settle());
  await timed("reading the pasts", () => app.takeIn(goalId));
  const members = await app.ports.store.scope.membersOf(goalId);
  print(`${String(members.length)} issues in scope`);
  const at = new Date(app.clock.now() - 365 * 86_400_000).toISOString();
  await asked("goalEvidence now", () => goalEvidence(app.as(admin), { goalId }));
  await asked("goalEvidence a year ago", () => goalEvidence(app.as(admin), { goalId, at }));
  await asked("goalLedger of a year", () => goalLedger(app.as(admin), { goalId, from: at }));
  await asked("goalHistory", () => goalHistory(app.as(admin), { goalId }));
  const request = { goalId, at, filter: {}, limit: 500 };
  await asked("evidenceItems a year ago", () => evidenceItems(app.as(admin), request));
  await app.stop();

  async function asked<T>(name: string, call: () => Promise<Answer<T>>): Promise<void> {
    await app.clock.advance(3_600_000);
    app.boundary.forgetRequests();
    const answer = await timed(name, call);
    const bytes = JSON.stringify(valueOf(answer)).length;
    print(`  ${String(bytes)} bytes, ${String(app.boundary.requests().length)} requests to Jira`);
  }
}

/** Reading a large project at once takes more than the share of an hour that reading in the background may have. */
async function allowEverything({ ports }: EvidenceApp): Promise<void> {
  const { settings, version } = await ports.store.decidedSettings.decided();
  const generous = { settings: { ...settings, pointsShare: 1 }, version };
  await ports.store.decidedSettings.decide(generous, ports.now());
}

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const result = await work();
  const megabytes = Math.round(process.memoryUsage().heapUsed / 1e6);
  print(`${name}: ${inMilliseconds(performance.now() - began)}, heap ${String(megabytes)} MB`);
  return result;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

await main();

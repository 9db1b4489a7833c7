import type { Site } from "../site/site";
import { viewGadget, type BenchGoal } from "./goal-of-rule";
import { inMilliseconds, median, type Figure } from "./figure";

const views = 20;

/** What a gadget view costs in statements and engine time; every first one of a minute stores what the viewer may browse. */
export async function gadgetView(site: Site, goal: BenchGoal): Promise<readonly Figure[]> {
  const costs = [];
  for (let view = 0; view < views; view += 1) costs.push(await costOf(site, goal));
  const statements = costs.map((cost) => cost.statements);
  return [
    { name: "SQL statements of a gadget view, most", value: String(Math.max(...statements)) },
    {
      name: `engine time of a gadget view, median of ${String(views)}`,
      value: inMilliseconds(median(costs.map(({ engine }) => engine))),
    },
    {
      name: "resolver call of a gadget view, median",
      value: inMilliseconds(median(costs.map(({ whole }) => whole))),
    },
  ];
}

async function costOf(site: Site, goal: BenchGoal) {
  const before = site.calls.all().length;
  const began = performance.now();
  await viewGadget(site, goal);
  const whole = performance.now() - began;
  const sql = site.calls.since(before).filter(({ service }) => service === "sql");
  const engine = sql.reduce((total, { milliseconds }) => total + milliseconds, 0);
  return { statements: sql.length, engine, whole };
}

import { aDraft, ask, newKey, take } from "../../handlers/app-calls";
import { ana, lee, tenIssueData } from "../../handlers/ten-issue-data";
import type { FaultRule } from "../faults/rule";
import { describeEachWay, type Way } from "../each-way";
import { createSite, type Site } from "../site";
import { masked } from "./masked";

jest.setTimeout(300_000);

const minute = 60_000;
const hour = 60 * minute;
/** Long enough for every schedule, the daily one too; where each run of one starts a process, for the hourly ones. */
const quiet = { warm: 26 * hour, fresh: 2 * hour };

/** Each kind of bad weather by itself, so that a failure names its cause. */
const weathers: Readonly<Record<string, readonly FaultRule[]>> = {
  "events that come twice and in another order": [
    { on: "event", probability: 0.5, fault: { kind: "duplicate" } },
    { on: "event", fault: { kind: "shuffle", withinMilliseconds: 3 * minute } },
  ],
  "a Jira that is too busy": [
    { on: "jira", probability: 0.3, count: 4, fault: { kind: "rate-limit", reason: "burst" } },
    { on: "jira", nth: 4, fault: { kind: "rate-limit", reason: "quota" } },
  ],
  "a Jira that fails and garbles": [
    {
      on: "jira",
      probability: 0.2,
      count: 3,
      fault: { kind: "status", status: 503, retryAfterSeconds: 1 },
    },
    { on: "jira", probability: 0.2, count: 3, fault: { kind: "truncated" } },
    { on: "jira", probability: 0.2, count: 2, fault: { kind: "reset" } },
    { on: "jira", nth: 9, fault: { kind: "html" } },
  ],
  "a database that stumbles": [
    { on: "sql", probability: 0.1, count: 12, fault: { kind: "rate-limit" } },
    { on: "sql", probability: 0.05, count: 6, fault: { kind: "time-out", after: true } },
    {
      on: "sql",
      probability: 0.1,
      count: 12,
      fault: { kind: "error", errno: 1213, code: "ER_LOCK_DEADLOCK" },
    },
  ],
  "a queue that loses pushes and delivers twice": [
    { on: "queue", probability: 0.5, fault: { kind: "partial", lost: 1 } },
    { on: "queue", nth: 2, fault: { kind: "rate-limit" } },
    { on: "consumer", probability: 0.5, fault: { kind: "redeliver", milliseconds: 5000 } },
  ],
  "processes that are killed in the middle": [
    { on: "process", path: "consumer", nth: 1, fault: { kind: "kill", afterCall: 2 } },
    { on: "process", path: "consumer", nth: 1, fault: { kind: "kill", afterCall: 5 } },
    { on: "process", path: "event", nth: 1, fault: { kind: "kill", afterCall: 1 } },
    { on: "process", path: "schedule", nth: 2, fault: { kind: "kill", afterCall: 3 } },
  ],
  "schedules that are left out or run twice": [
    { on: "schedule", probability: 0.4, fault: { kind: "skip" } },
    { on: "schedule", probability: 0.4, fault: { kind: "double" } },
  ],
};

/** Two hours of work in Jira under the weather, then a quiet day; what the app says of the goal in the end. */
async function endOf(way: Way, rules: readonly FaultRule[]): Promise<readonly unknown[]> {
  const site = await createSite({
    data: tenIssueData(),
    seeds: false,
    patienceMilliseconds: minute,
    ...way,
  });
  try {
    const goal = aDraft({ owner: lee });
    const { goalId } = await take(site, lee, "createGoal", { key: newKey(), goal });
    const link = { key: newKey(), goalId, issueKey: "ABC-1", descendants: true };
    await take(site, lee, "linkIssue", link);
    site.faults.set(rules, 7);
    for (const change of changes) {
      change(site);
      await site.advance(10 * minute);
    }
    await site.advance(hour);
    const struck = site.faults.declared().reduce((sum, each) => sum + each.struck, 0);
    expect(struck > 0).toBe(rules.length > 0);
    site.faults.clear();
    await site.advance(quiet[way.mode]);
    expect(site.jira.faults).toEqual([]);
    return masked([
      await ask(site, lee, "goalProgress", { goalId }),
      await ask(site, lee, "goalItems", { goalId, limit: 50 }),
    ]).map((each): unknown => JSON.parse(each.replaceAll(/"(?:\w+At|asOf)":"[^"]*"/g, '"at":""')));
  } finally {
    await site.stop();
  }
}

const changes: readonly ((site: Site) => void)[] = [
  move("ABC-18", "Done"),
  move("ABC-15", "Done"),
  move("ABC-11", "In Progress"),
  (site) => site.jira.editFields(idOf(site, "ABC-17"), { storyPoints: 5 }, lee),
  move("ABC-11", "Done"),
  (site) => {
    site.jira.deleteIssue(idOf(site, "ABC-19"), ana);
  },
];

function move(key: string, statusName: string) {
  return (site: Site) => {
    const statuses = [...site.jira.store.catalog.statuses.values()];
    const status = statuses.find(({ name }) => name === statusName);
    site.jira.transition(idOf(site, key), status?.id ?? "", lee);
  };
}

function idOf(site: Site, key: string): string {
  return site.jira.store.byKey(key)?.id ?? "";
}

/** Kills strike each way, and the database's troubles each database; the rest knows nothing of either and runs once. */
function weathersOf({ mode, sql }: Way) {
  const all = Object.entries(weathers);
  if (mode === "warm" && sql === "sqlite") return all;
  const places = mode === "warm" ? ["process", "sql"] : ["process"];
  return all.filter(([, rules]) => rules.some(({ on }) => places.includes(on)));
}

describeEachWay("bad weather", (way) => {
  let calm: readonly unknown[];
  beforeAll(async () => {
    calm = await endOf(way, []);
  });

  test.each(weathersOf(way))(
    "after %s the app says what it says without them",
    async (_name, rules) => {
      expect(await endOf(way, rules)).toEqual(calm);
    },
  );
});

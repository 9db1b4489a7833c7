import { addMinutes } from "date-fns";
import { poolsOf } from "../../src/domain/pools";
import { defaultSettings } from "../../src/domain/settings";
import { anItem, longAgo } from "../build/item";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store) => {
  it("has the specification's settings before anybody decides", async () => {
    expect(await store.settings()).toEqual(defaultSettings);
  });

  it("keeps the newest settle time of a project", async () => {
    const { projects } = store;
    const settle = { projectId: "10000", projectKey: "SHOP", days: 7, reopenings: 3, readAt: now };
    await projects.putSettleTime(settle);
    await projects.putSettleTime({ ...settle, days: 4, readAt: addMinutes(now, 1) });
    await projects.putSettleTime({ ...settle, days: 9 });
    expect(await projects.settleTimes(["10000", "10001", "10000"])).toEqual([
      { ...settle, days: 4, readAt: addMinutes(now, 1) },
    ]);
    expect(await projects.settleTimes([])).toEqual([]);
  });

  it("keeps pools whole", async () => {
    const sized = [1, 2, 3].map((points) => ({
      item: anItem({ id: String(points), points, estimateSeconds: points * 60 }),
      createdAt: longAgo,
    }));
    const containers = [{ level: 1, totals: { count: 2, points: 5, time: null } }];
    const pools = poolsOf({ projectId: "10000", readAt: now, sized, containers });
    await store.projects.putPools(pools);
    expect(await store.projects.pools(["10000", "10001"])).toEqual({ "10000": pools });
  });

  it("keeps pools of the past by project and instant", async () => {
    const { projects } = store;
    const pools = poolsOf({ projectId: "10000", readAt: now, sized: [], containers: [] });
    await projects.putPastPools([pools], now);
    expect(await projects.pastPools(["10000", "10001"], now)).toEqual({ "10000": pools });
    expect(await projects.pastPools(["10000"], addMinutes(now, 1))).toEqual({});
    expect(await projects.pastPools([], now)).toEqual({});
  });

  it("forgets all sizes when they come from another field", async () => {
    const { projects } = store;
    const pools = poolsOf({ projectId: "10000", readAt: now, sized: [], containers: [] });
    await projects.putPools(pools);
    await projects.putPastPools([pools], now);
    await projects.forgetSizes();
    expect(await projects.pools(["10000"])).toEqual({});
    expect(await projects.pastPools(["10000"], now)).toEqual({});
  });

  it("answers a repeated action as the first time, to the same person only", async () => {
    const { people } = store;
    const answer = { ok: true, value: { goalId: "1", title: "<b>'😀" } };
    expect(await people.answered("ann", "key-0001")).toBeNull();
    await people.putAnswered("ann", "key-0001", answer, now);
    await people.putAnswered("ann", "key-0001", { ok: false }, now);
    expect(await people.answered("ann", "key-0001")).toEqual(answer);
    expect(await people.answered("bob", "key-0001")).toBeNull();
  });

  it("believes what a person may browse for a minute", async () => {
    const { people } = store;
    expect(await people.browsableProjects("ann", now)).toBeNull();
    await people.putBrowsableProjects("ann", now, new Map([["10000", true]]));
    await people.putBrowsableProjects("ann", now, new Map());
    expect(await people.browsableProjects("ann", addMinutes(now, 1))).toEqual(
      new Map([["10000", true]]),
    );
    expect(await people.browsableProjects("ann", addMinutes(now, 1.1))).toBeNull();
    expect(await people.browsableProjects("bob", now)).toBeNull();
  });

  it("keeps the log of a goal in order, each entry once", async () => {
    const entries = Array.from({ length: 130 }, (_, n) => ({
      id: String(2 ** 50 + n),
      at: addMinutes(now, Math.floor(n / 40)),
      goalId: "5",
      accountId: "ann",
      action: "edit-goal",
      details: { title: { was: "a", is: `"b" ' \\ 😀 ${String(n)}` } },
    }));
    for (const entry of [...entries, ...entries.slice(0, 3)]) await store.audit(entry);
    expect(await store.auditOf("5")).toEqual(entries);
    expect(await store.auditOf("6")).toEqual([]);
  });
});

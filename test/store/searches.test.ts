import { addMilliseconds, subMilliseconds } from "date-fns";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");
const since = new Date("2026-03-16T11:00:00Z");

onEveryEngine((store) => {
  const { scope, sync, searches, states } = store;

  it("tells which issues were read late enough after their versions, gone ones aside", async () => {
    const put = (id: string, updatedAt: Date, later: number) =>
      scope.putIssues(
        [aReadIssue({ id, parentId: "9" }, { updatedAt })],
        addMilliseconds(updatedAt, later),
      );
    await put("701", since, 3000);
    await put("702", since, 2999);
    await put("703", subMilliseconds(since, 1), 3000);
    await put("704", since, 3000);
    await scope.markGone(["704"], now);
    expect(await scope.readLateEnough(since, 3000)).toEqual([
      { id: "701", parentId: "9", updatedAt: since },
    ]);
  });

  it("tells which marks wait that nobody has claimed, and were seen at a version since then", async () => {
    const later = addMilliseconds(since, 500);
    await sync.mark([{ issueId: "711", seenAt: since }], { at: now, mostWaiting: 100 });
    const lease = { lease: "1", now, until: addMilliseconds(now, 60_000), limit: 10 };
    await sync.claim(lease);
    const marks = [
      { issueId: "712", seenAt: null },
      { issueId: "713", seenAt: later },
      { issueId: "714", seenAt: subMilliseconds(since, 1) },
    ];
    await sync.mark(marks, { at: now, mostWaiting: 100 });
    expect(await sync.waitingSince(since)).toEqual([{ issueId: "713", seenAt: later }]);
  });

  it("keeps how far a search has come until it is forgotten", async () => {
    expect(await searches.kept()).toBeNull();
    const search = { startedAt: now, isEverywhere: false, since, until: now, sweep: 3 };
    const next = { ...search, left: { projectIds: ["10", "11"], begun: 1, from: since } };
    await searches.keep(
      { ...next, until: null, left: { projectIds: null, begun: 0, from: since } },
      now,
    );
    await searches.keep(next, now);
    expect(await searches.kept()).toEqual(next);
    await searches.forget();
    expect(await searches.kept()).toBeNull();
  });

  it("reads several states at once, those that there are", async () => {
    await states.write("one", 1, now);
    await states.write("two", [2], now);
    const read = await states.several(["one", "two", "three"]);
    expect([...read.keys()].toSorted()).toEqual(["one", "two"]);
    expect(read.get("two")).toMatchObject({ key: "two", value: [2], version: 1, at: now });
  });
});

import { addMinutes, subHours } from "date-fns";
import { aGoal, anIssueLink, aRuleLink } from "../build/goal";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");
const until = addMinutes(now, 5);

onEveryEngine((store) => {
  const { sync } = store;

  it("claimed issues come with the links that bring them, their parents, and above sub-tasks the parents of those", async () => {
    const family = [
      aReadIssue({ id: "30", level: 1 }),
      aReadIssue({ id: "31", parentId: "30" }),
      aReadIssue({ id: "32", parentId: "31", level: -1 }),
    ];
    await store.scope.putIssues(family, now);
    await store.goals.insert(aGoal({ id: "300" }));
    const epic = anIssueLink({ id: "301", goalId: "300", issueId: "30" });
    const rule = aRuleLink({ id: "302", goalId: "300", jql: "labels = thirty" });
    await store.links.insert([epic, rule]);
    await store.scope.addMemberships(
      ["30", "31", "32"].map((issueId) => ({ link: epic, issueId })),
    );
    await store.scope.addMemberships([{ link: rule, issueId: "31" }]);
    await sync.mark([{ issueId: "32", seenAt: null }], { at: now });
    await sync.claim({ lease: "77", now, until, limit: 10 });
    const { links, rules, claimed } = await sync.begin("77", now);
    expect(claimed[0]?.before).toMatchObject({ parentLevel: 0, grandparentId: "30" });
    expect(links).toEqual(
      new Map([
        ["32", [epic]],
        ["31", [epic, rule]],
        ["30", [epic]],
      ]),
    );
    expect(rules).toEqual([rule]);
    await sync.acknowledgeIssues("77");
  });

  it("claimed issues that no link brings come without, those that nobody knows of too", async () => {
    const alone = aReadIssue({ id: "41", parentId: "40" });
    await store.scope.putIssues([alone, aReadIssue({ id: "42", parentId: "41", level: -1 })], now);
    const ids = ["41", "42", "43"];
    await sync.mark(
      ids.map((issueId) => ({ issueId, seenAt: null })),
      { at: now },
    );
    await sync.claim({ lease: "79", now, until, limit: 10 });
    const { links, claimed } = await sync.begin("79", now);
    expect(claimed.map(({ issueId }) => issueId).toSorted()).toEqual(ids);
    expect(links).toEqual(new Map());
    await sync.acknowledgeIssues("79");
  });

  it("claimed issues come with the keys of projects that were read within two days", async () => {
    const settle = { days: 7, reopenings: 0 };
    const read = [
      { projectId: "41", projectKey: "NEW", readAt: subHours(now, 47) },
      { projectId: "42", projectKey: "OLD", readAt: subHours(now, 49) },
    ];
    for (const each of read) await store.projects.putSettleTime({ ...settle, ...each });
    await sync.mark([{ issueId: "32", seenAt: null }], { at: now });
    await sync.claim({ lease: "79", now, until, limit: 10 });
    const { projectOfKey } = await sync.begin("79", now);
    expect([projectOfKey.get("new"), projectOfKey.get("old")]).toEqual(["41", undefined]);
    await sync.acknowledgeIssues("79");
  });

  it("claimed issues come without links where these are more than an answer may hold", async () => {
    const long = "x".repeat(1900);
    const rules = Array.from({ length: 2100 }, (_, n) =>
      aRuleLink({ id: String(1000 + n), goalId: "300", jql: `summary ~ ${long}` }),
    );
    await store.links.insert(rules);
    await sync.mark([{ issueId: "32", seenAt: null }], { at: now });
    await sync.claim({ lease: "78", now, until, limit: 10 });
    const { links, rules: known, claimed } = await sync.begin("78", now);
    expect([links, known]).toEqual([null, null]);
    expect(claimed.map(({ issueId }) => issueId)).toEqual(["32"]);
  });
});

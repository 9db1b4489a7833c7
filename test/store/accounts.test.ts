import { aGoal, anIssueLink } from "../build/goal";
import { onEveryEngine } from "./on-every-engine";

const ann = "5b10a2844c20165700ede21g";
const bob = "5b10ac8d82e05b22cc7d4ef5";
const at = new Date("2026-03-16T12:00:00Z");

onEveryEngine((store) => {
  beforeAll(async () => {
    await store.goals.insert(aGoal({ id: "1", owner: ann, createdBy: bob }));
    await store.links.insert([anIssueLink({ id: "2", goalId: "1", createdBy: ann })]);
    const details = { owner: { from: bob, to: ann } };
    const entry = { id: "3", at, goalId: "1", accountId: ann, action: "edit-goal", details };
    await store.audit(entry);
    await store.people.putAnswered(ann, "key-0001", { ok: true }, at);
    await store.people.putBrowsableProjects(ann, at, new Map([["10000", true]]));
  });

  it("names every account once, with when it last was written", async () => {
    const accounts = await store.accounts.all();
    expect(accounts.map(({ accountId }) => accountId)).toEqual([ann, bob].toSorted());
    expect(accounts.find(({ accountId }) => accountId === ann)?.updatedAt).toEqual(at);
  });

  it("forgets a closed account everywhere, the words of the log included", async () => {
    await store.accounts.forget(ann);
    expect(await store.goals.byId("1")).toMatchObject({ owner: null, createdBy: bob });
    expect(await store.links.byId("2")).toMatchObject({ createdBy: "closed-account" });
    const log = await store.auditOf("1");
    expect(JSON.stringify(log)).not.toContain(ann);
    expect(log).toMatchObject([{ details: { owner: { from: bob, to: "closed-account" } } }]);
    expect(await store.people.answered(ann, "key-0001")).toBeNull();
    expect(await store.people.browsableProjects(ann, at)).toBeNull();
    expect((await store.accounts.all()).map(({ accountId }) => accountId)).toEqual([bob]);
  });
});

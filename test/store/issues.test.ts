import { addMinutes } from "date-fns";
import { aReadIssue } from "../build/read-issue";
import { onEveryEngine } from "./on-every-engine";

const now = new Date("2026-03-16T12:00:00Z");
const older = new Date("2026-03-10T08:00:00Z");
const newer = new Date("2026-03-10T10:00:00Z");

onEveryEngine((store) => {
  const { scope } = store;
  const stored = async (id: string) => (await scope.issuesById([id]))[0];

  it("gives an issue back as it was read", async () => {
    const issue = aReadIssue(
      {
        id: "4294967301",
        projectId: "10007",
        typeId: "10009",
        level: 1,
        parentId: "9007199254740991",
        category: "done",
        resolution: "Won't Do <b>&</b> 😀",
        doneSince: new Date("2026-03-01T00:00:00.001Z"),
        points: 2.5,
        estimateSeconds: 5400,
        openSubTasks: 2,
        hasSubTasks: true,
      },
      { secured: true, subTaskIds: ["11", "12", "13"] },
    );
    await scope.putIssues([issue], now);
    expect(await stored("4294967301")).toEqual(issue);
    expect(await scope.issuesById([])).toEqual([]);
  });

  it("keeps a size of 0 apart from none, and takes absurd sizes for none", async () => {
    const sizes = [0, null, -1, Number.NaN, 1e12, 0.001];
    const issues = sizes.map((points, n) => aReadIssue({ id: String(20 + n), points }));
    await scope.putIssues(issues, now);
    const read = await scope.issuesById(issues.map((issue) => issue.item.id));
    expect(read.map((issue) => issue.item.points)).toEqual([0, null, null, null, null, 0.001]);
  });

  it("never lets an older version over a newer one, in whatever order they come", async () => {
    await scope.putIssues([aReadIssue({ id: "30", points: 5 }, { updatedAt: newer })], now);
    await scope.putIssues([aReadIssue({ id: "30", points: 3 }, { updatedAt: older })], now);
    expect(await stored("30")).toMatchObject({ item: { points: 5 }, updatedAt: newer });
  });

  it("takes the later reading of the same version", async () => {
    const read = (openSubTasks: number, minutes: number) =>
      scope.putIssues([aReadIssue({ id: "31", openSubTasks })], addMinutes(now, minutes));
    await read(1, 0);
    await read(0, 5);
    await read(2, 3);
    expect(await stored("31")).toMatchObject({ item: { openSubTasks: 0 } });
  });

  it("leaves out what is gone until it is read again", async () => {
    await scope.putIssues([aReadIssue({ id: "32" })], now);
    await scope.markGone(["32", "404"], now);
    expect(await stored("32")).toBeUndefined();
    await scope.putIssues([aReadIssue({ id: "32" })], addMinutes(now, 1));
    expect(await stored("32")).toBeDefined();
  });

  it("keeps what was read after somebody found it gone", async () => {
    await scope.putIssues([aReadIssue({ id: "34" })], addMinutes(now, 1));
    await scope.markGone(["34"], now);
    expect(await stored("34")).toBeDefined();
  });

  it("knows that an issue has children from a reading, which a new version does not undo", async () => {
    await scope.putIssues([aReadIssue({ id: "33", level: 1 })], now);
    await scope.setHasChildren(["33"], true);
    await scope.putIssues([aReadIssue({ id: "33", level: 1 }, { updatedAt: newer })], now);
    expect(await stored("33")).toMatchObject({ item: { hasChildren: true } });
    await scope.setHasChildren(["33"], false);
    expect(await stored("33")).toMatchObject({ item: { hasChildren: false } });
  });

  describe("from stored children", () => {
    const subTask = (id: string, more: Parameters<typeof aReadIssue>[0]) =>
      aReadIssue({ level: -1, parentId: "40", estimateSeconds: 60, ...more, id });

    it("learns sub-task estimates, and that an epic has a story", async () => {
      await scope.putIssues(
        [
          aReadIssue({ id: "40", parentId: "39", openSubTasks: 2 }, { subTaskIds: ["41", "42"] }),
          aReadIssue({ id: "39", level: 1 }),
          subTask("41", { id: "41" }),
          subTask("42", { id: "42", estimateSeconds: null }),
        ],
        now,
      );
      expect(await stored("40")).toMatchObject({
        item: { subTaskEstimateSeconds: 60, openSubTasks: 2, hasChildren: false },
      });
      expect(await stored("39")).toMatchObject({
        item: { subTaskEstimateSeconds: null, hasChildren: true },
      });
    });

    it("counts open sub-tasks anew when one was read after its parent", async () => {
      await scope.putIssues([subTask("41", { id: "41", category: "done" })], addMinutes(now, 1));
      expect(await stored("40")).toMatchObject({ item: { openSubTasks: 1 } });
    });

    it("trusts the parent's own count while a sub-task of it is not known", async () => {
      await scope.putIssues(
        [aReadIssue({ id: "40", openSubTasks: 3 }, { subTaskIds: ["41", "42", "43"] })],
        addMinutes(now, 2),
      );
      await scope.putIssues([subTask("42", { id: "42", category: "done" })], addMinutes(now, 3));
      expect(await stored("40")).toMatchObject({ item: { openSubTasks: 3 } });
    });
  });
});

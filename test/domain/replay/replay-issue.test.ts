import { valuesAsOf } from "../../../src/domain/replay/as-of";
import type { IssueHistory, IssueValues } from "../../../src/domain/replay/history";
import { replayIssue } from "../../../src/domain/replay/replay-issue";
import { aHistory, change, march, moved, siteWords, statuses, types } from "../../build/history";

const { toDo, inProgress, done } = statuses;
const replayed = (history: IssueHistory) => replayIssue(history, siteWords);

/** One field on each of these days of March. */
const over = <Field extends keyof IssueValues>(
  history: IssueHistory,
  field: Field,
  days: readonly number[],
) => days.map((day) => valuesAsOf(replayed(history), march(day))?.[field]);

describe("the replay of an issue", () => {
  it("is nothing before its creation, and a change of the very instant has happened", () => {
    const history = aHistory({ status: inProgress }, { changes: [moved(5, toDo, inProgress)] });
    expect(over(history, "status", [0.9, 1, 4.9, 5, 9])).toEqual([
      undefined,
      toDo,
      toDo,
      inProgress,
      inProgress,
    ]);
  });

  it("reads points from the texts, cleared ones as none", () => {
    const changes = [
      change(2, "points", { fromText: null, toText: "3" }),
      change(3, "points", { fromText: "3", toText: "" }),
      change(4, "points", { fromText: "", toText: "5.0" }),
    ];
    const history = aHistory({ points: 5 }, { changes });
    expect(over(history, "points", [1, 2, 3, 4])).toEqual([null, 3, null, 5]);
    expect(replayed(history).breaks).toEqual([]);
  });

  it("reads original estimates in seconds", () => {
    const changes = [
      change(2, "estimate", { from: null, to: "7200", fromText: null, toText: "7200" }),
    ];
    expect(
      over(aHistory({ estimateSeconds: 7200 }, { changes }), "estimateSeconds", [1, 2]),
    ).toEqual([null, 7200]);
  });

  it("adds and takes away fix versions one by one", () => {
    const [a, b] = [
      { id: "1", name: "1.0" },
      { id: "2", name: "2.0" },
    ];
    const changes = [
      change(2, "fix-version", { to: a.id, toText: a.name }),
      change(3, "fix-version", { to: b.id, toText: b.name }),
      change(4, "fix-version", { from: a.id, fromText: a.name }),
    ];
    const history = aHistory({ fixVersions: [b] }, { changes });
    expect(over(history, "fixVersions", [1, 2, 3, 4])).toEqual([[], [a], [a, b], [b]]);
    expect(replayed(history).breaks).toEqual([]);
  });

  it("reads sprints as a list of ids and labels as a list of words", () => {
    const changes = [
      change(2, "sprint", { from: "", to: "38, 40", fromText: "", toText: "A, B" }),
      change(3, "sprint", { from: "40, 38", to: "41" }),
      change(2, "labels", { fromText: "", toText: "fast fragile" }),
    ];
    const history = aHistory({ sprintIds: ["41"], labels: ["fragile", "fast"] }, { changes });
    expect(over(history, "sprintIds", [1, 2, 3])).toEqual([[], ["38", "40"], ["41"]]);
    expect(over(history, "labels", [1])).toEqual([[]]);
    expect(replayed(history).breaks).toEqual([]);
  });

  it("knows a parent by id, by key only, and by a key that nobody has", () => {
    const changes = [
      change(2, "parent", { toText: "SHOP-7" }),
      change(3, "parent", { fromText: "SHOP-7", toText: "GONE-1" }),
      change(4, "parent", { fromText: "GONE-1", to: "9", toText: "SHOP-9" }),
    ];
    const history = aHistory({ parentId: "9" }, { changes });
    expect(over(history, "parentId", [1, 2, 3, 4])).toEqual([null, "7", "GONE-1", "9"]);
    expect(replayed(history).breaks).toEqual([]);
  });

  it("follows type, project and key through a move", () => {
    const changes = [
      change(2, "project", { from: "10009", to: "10000" }),
      change(2, "key", { fromText: "OLD-4", toText: "SHOP-1" }),
      change(3, "type", { from: types.epic.id, to: types.story.id }),
    ];
    const history = aHistory({}, { changes });
    expect(over(history, "key", [1, 2])).toEqual(["OLD-4", "SHOP-1"]);
    expect(over(history, "projectId", [1, 2])).toEqual(["10009", "10000"]);
    expect(over(history, "type", [1, 3]).map((type) => type?.id)).toEqual(["10000", "10001"]);
    expect(replayed(history).breaks).toEqual([]);
  });

  it("counts an edit that Jira tells under two names once", () => {
    const to = { from: types.epic.id, to: types.story.id };
    const history = aHistory({}, { changes: [change(3, "type", to), change(3, "type", to)] });
    expect(replayed(history).breaks).toEqual([]);
  });
});

describe("a history that contradicts itself", () => {
  it("is marked where a from is not the value before it, and the log's word goes on", () => {
    const changes = [
      change(2, "points", { fromText: "8", toText: "0" }),
      change(3, "points", { fromText: null, toText: "2" }),
    ];
    const history = aHistory({ points: 2 }, { changes });
    expect(replayed(history).breaks).toEqual([{ field: "points", chain: 1, end: 0 }]);
    expect(over(history, "points", [1, 2, 3])).toEqual([8, 0, 2]);
  });

  it("is marked where it does not end with the present value, which holds from the last change on", () => {
    const changes = [change(2, "points", { fromText: null, toText: "3" })];
    const history = aHistory({ points: 5 }, { changes });
    expect(replayed(history).breaks).toEqual([{ field: "points", chain: 0, end: 1 }]);
    expect(over(history, "points", [1, 2])).toEqual([null, 5]);
    expect(replayed(history).end.points).toBe(3);
  });

  it("is marked where a version is taken away that was not there", () => {
    const changes = [
      change(2, "fix-version", { from: "1", fromText: "1.0" }),
      change(3, "fix-version", { from: "1", fromText: "1.0" }),
    ];
    expect(replayed(aHistory({}, { changes })).breaks).toEqual([
      { field: "fix-version", chain: 1, end: 0 },
    ]);
  });
});

describe("an issue without a changelog", () => {
  const resolution = { id: "1", name: "Fixed" };

  it("was open until it entered Done, in a status that nobody knows", () => {
    const history = aHistory(
      { status: done, resolution },
      { doneSince: march(5), resolvedAt: march(5) },
    );
    expect(over(history, "status", [1, 4.9, 5])).toEqual([null, null, done]);
    expect(over(history, "resolution", [4.9, 5])).toEqual([null, resolution]);
  });

  it("was always in its status when it is open, or Done nobody knows since when", () => {
    expect(over(aHistory({ status: inProgress }), "status", [1])).toEqual([inProgress]);
    expect(over(aHistory({ status: done }), "status", [1])).toEqual([done]);
  });
});

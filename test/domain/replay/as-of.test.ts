import { itemAsOf, itemsAsOf } from "../../../src/domain/replay/as-of";
import type { IssueHistory } from "../../../src/domain/replay/history";
import { replayIssue } from "../../../src/domain/replay/replay-issue";
import { aHistory, change, march, moved, siteWords, statuses, types } from "../../build/history";

const { toDo, inProgress, done, closed } = statuses;
const replayAll = (histories: readonly IssueHistory[]) =>
  histories.map((history) => replayIssue(history, siteWords));
const itemOn = (day: number, history: IssueHistory, ...others: readonly IssueHistory[]) => {
  const [issue, ...rest] = replayAll([history, ...others]);
  return issue === undefined ? null : itemAsOf(issue, rest, march(day), siteWords);
};

describe("an item as of an instant", () => {
  it("is null before the issue's creation", () => {
    expect(itemOn(0.5, aHistory())).toBeNull();
  });

  it("is Done since its last entry into the category, whatever moves within it", () => {
    const changes = [
      moved(2, toDo, done),
      moved(3, done, inProgress),
      moved(4, inProgress, done),
      moved(6, done, closed),
    ];
    const history = aHistory({ status: closed }, { changes, doneSince: march(4) });
    const since = [1, 2, 3, 4, 7].map((day) => itemOn(day, history)?.doneSince);
    expect(since).toEqual([null, march(2), null, march(4), march(4)]);
    expect([1, 2, 3, 4, 7].map((day) => itemOn(day, history)?.category)).toEqual([
      "new",
      "done",
      "indeterminate",
      "done",
      "done",
    ]);
  });

  it("is Done since its creation when it was created there", () => {
    const history = aHistory({ status: toDo }, { changes: [moved(3, done, toDo)] });
    expect(itemOn(2, history)?.doneSince).toEqual(march(1));
  });

  it("takes the date beside the changelog where there is none, and null where nobody knows", () => {
    const told = aHistory({ status: done }, { doneSince: march(5) });
    expect(itemOn(4, told)).toMatchObject({ category: "new", doneSince: null });
    expect(itemOn(6, told)).toMatchObject({ category: "done", doneSince: march(5) });
    expect(itemOn(6, aHistory({ status: done }))).toMatchObject({
      category: "done",
      doneSince: null,
    });
  });

  it("has the open sub-tasks and the estimates of the sub-tasks that it had then", () => {
    const subTask = (
      id: string,
      estimateSeconds: number | null,
      changes = [moved(5, toDo, done)],
    ) =>
      aHistory(
        { type: types.subTask, parentId: "1", status: done, estimateSeconds },
        { id, createdAt: march(2), changes },
      );
    const family = [
      subTask("2", 3600),
      subTask("3", null),
      subTask("4", 60, [moved(9, toDo, done)]),
    ];
    const facts = (day: number) => {
      const item = itemOn(day, aHistory(), ...family);
      return [item?.openSubTasks, item?.subTaskEstimateSeconds, item?.hasSubTasks];
    };
    expect([1, 2, 5, 9].map(facts)).toEqual([
      [0, null, false],
      [3, 3660, true],
      [1, 3660, true],
      [0, 3660, true],
    ]);
  });

  it("has the children that were under it then", () => {
    const epic = aHistory({ type: types.epic });
    const story = aHistory(
      { parentId: null },
      {
        id: "2",
        changes: [
          change(3, "parent", { to: "1", toText: "SHOP-1" }),
          change(5, "parent", { from: "1", fromText: "SHOP-1" }),
        ],
      },
    );
    expect([2, 3, 5].map((day) => itemOn(day, epic, story)?.hasChildren)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("is of the level that its type then had", () => {
    const history = aHistory(
      {},
      { changes: [change(3, "type", { from: types.epic.id, to: types.story.id })] },
    );
    expect([2, 3].map((day) => itemOn(day, history)?.level)).toEqual([1, 0]);
  });

  it("comes with the fields that a rule may ask for", () => {
    const [issue] = replayAll([aHistory({ labels: ["fast"] })]);
    const items = itemsAsOf(issue === undefined ? [] : [issue], march(2), siteWords);
    expect(items.get("1")?.values).toMatchObject({ labels: ["fast"], key: "SHOP-1" });
  });
});

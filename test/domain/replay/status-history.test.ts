import { replayIssue } from "../../../src/domain/replay/replay-issue";
import { statusHistoryOf } from "../../../src/domain/replay/status-history";
import { aHistory, march, moved, siteWords, statuses } from "../../build/history";

const { toDo, inProgress, done, closed } = statuses;

describe("an issue's history for the settle time", () => {
  it("tells only entries into Done and exits from it", () => {
    const changes = [
      moved(2, toDo, inProgress),
      moved(3, inProgress, done),
      moved(4, done, closed),
      moved(6, closed, toDo),
    ];
    expect(statusHistoryOf(replayIssue(aHistory({}, { changes }), siteWords))).toEqual({
      issueId: "1",
      createdAt: march(1),
      startsDone: false,
      changes: [
        { at: march(3), done: true },
        { at: march(6), done: false },
      ],
    });
  });

  it("knows an issue that was created Done", () => {
    const history = aHistory({ status: toDo }, { changes: [moved(3, done, toDo)] });
    expect(statusHistoryOf(replayIssue(history, siteWords))).toMatchObject({
      startsDone: true,
      changes: [{ at: march(3), done: false }],
    });
  });
});

import { createJira } from "../../src/jira/app-jira";
import { createClock } from "../site/clock";
import { createJira as createLocalJira } from "../site/jira/create-jira";
import { change, day, line, statuses } from "../site/jira/fixture/lines";
import { answerJira } from "../use-cases/jira-boundary";
import { now, tenIssueData } from "../handlers/ten-issue-data";

const toDone = (at: string) => change(at, "status", ["To Do", "Done"], ["1", "6"]);
const reopened = (at: string) => change(at, "status", ["Done", "Reopened"], ["6", "4"]);

async function historiesOf(lines: readonly ReturnType<typeof line>[]) {
  const jira = createLocalJira({
    clock: createClock(now, 0),
    exports: [{ name: "histories", lines, statuses }],
    users: tenIssueData().users,
  });
  const boundary = answerJira(jira);
  const projectId = jira.store.byKey("ABC-1")?.fields.projectId ?? "";
  const histories = (await createJira(1).statusHistories(projectId)) ?? [];
  expect(jira.faults).toEqual([]);
  boundary.close();
  jira.stop();
  return histories;
}

test("only entering and leaving Done count, oldest first", async () => {
  const changelog = [
    change(day(2), "status", ["To Do", "In Progress"], ["1", "3"]),
    change(day(3), "status", ["In Progress", "Done"], ["3", "6"]),
    reopened(day(5)),
    toDone(day(9)),
  ];
  const [history] = await historiesOf([line(1, { status: "Done", changelog, updated: day(9) })]);
  expect(history).toMatchObject({
    startsDone: false,
    changes: [
      { at: new Date(day(3)), done: true },
      { at: new Date(day(5)), done: false },
      { at: new Date(day(9)), done: true },
    ],
  });
});

test("an issue that begins with leaving Done was Done from the start", async () => {
  const changelog = [reopened(day(5))];
  const [history] = await historiesOf([
    line(1, { status: "Reopened", changelog, updated: day(5) }),
  ]);
  expect(history).toMatchObject({ startsDone: true, changes: [{ done: false }] });
});

test("issues that were Done from their first day count once enough reopenings are known", async () => {
  const often = Array.from({ length: 15 }, (_, n) =>
    line(n + 1, {
      status: "Done",
      changelog: [toDone(day(3)), reopened(day(5)), toDone(day(9))],
      updated: day(9),
    }),
  );
  const silent = line(50, { status: "Done", created: day(4) });
  const histories = await historiesOf([...often, silent]);
  expect(histories).toHaveLength(16);
  expect(histories.at(-1)).toMatchObject({
    startsDone: true,
    createdAt: new Date(day(4)),
    changes: [],
  });
});

test("while too few are known, what stayed silent is not read", async () => {
  const histories = await historiesOf([
    line(1, { status: "Done", changelog: [toDone(day(3))], updated: day(3) }),
    line(2, { status: "Done" }),
  ]);
  expect(histories).toHaveLength(1);
});

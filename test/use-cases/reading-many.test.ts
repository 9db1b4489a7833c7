import { readGoal } from "../../src/use-cases/read-goal";
import { openInProcess, type InProcess } from "./in-process";
import { untilDone } from "./killed-after";
import { linkedGoals, openPrepared } from "./linked-goals";
import { epicKeys, issuesInAll, manyEpicsData } from "./many-epics-data";

const bulkFetch = "POST /rest/api/3/issue/bulkfetch";
let app: InProcess;
let lees: ReturnType<typeof linkedGoals>;
beforeEach(async () => {
  app = await openPrepared(manyEpicsData());
  lees = linkedGoals(app);
});
afterEach(() => app.stop());

test("thirty epics are read with as many requests as their issues fill", async () => {
  const goalId = await lees.goalOf(epicKeys);
  const requests = await lees.requestsOf(app.settle);
  expect((await lees.progressOf(goalId)).classes?.todo.count).toBe(600);
  const [pages, searches, containers] = [issuesInAll / 100, issuesInAll / 1000, 30 / 100];
  expect(requests.length).toBeLessThanOrEqual(Math.ceil(pages + searches + containers + 20));
  const partial = 3;
  const fetches = requests.filter((request) => request === bulkFetch);
  expect(fetches.length).toBeLessThanOrEqual(Math.ceil(pages) + partial);
  expect(requests.length - fetches.length).toBeLessThanOrEqual(2);
});

test("the epics of three goals cost Jira no more than those of one", async () => {
  const goals = [
    await lees.goalOf(epicKeys),
    await lees.goalOf(epicKeys),
    await lees.goalOf(epicKeys),
  ];
  const requests = await lees.requestsOf(app.settle);
  for (const goalId of goals) {
    expect((await lees.progressOf(goalId)).classes?.todo.count).toBe(600);
  }
  expect(requests.length).toBeLessThanOrEqual(Math.ceil(issuesInAll / 100) + 5);
});

test("goals show while they are read how many of about how many issues are read", async () => {
  const goalId = await lees.goalOf(epicKeys);
  const seen: unknown[] = [];
  await untilDone(
    app.ports,
    (ports) => readGoal(ports, { goalId }),
    async () => {
      const { reading } = await lees.progressOf(goalId);
      if (reading.kind === "reading" && reading.read > 0) seen.push(reading);
    },
  );
  expect(seen).toContainEqual(expect.objectContaining({ read: 630, about: issuesInAll }));
  expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
});

test("a first import stays within the formula, what is read of the project included", async () => {
  await app.stop();
  app = await openInProcess(manyEpicsData());
  lees = linkedGoals(app);
  const goalId = await lees.goalOf(epicKeys);
  const requests = await lees.requestsOf(app.settle);
  expect((await lees.progressOf(goalId)).reading).toEqual({ kind: "current" });
  const [pages, searches, containers] = [issuesInAll / 100, issuesInAll / 1000, 30 / 100];
  expect(requests.length).toBeLessThanOrEqual(Math.ceil(pages + searches + containers + 20));
});

import type { MeasuredSite } from "../measure-site";
import { type WorkName, workNames } from "../work-names";
import { worksOfMonth } from "./month";
import { standInFor } from "./stand-in";

const site = (issues: number, goals: number, works: readonly WorkName[]): MeasuredSite => ({
  engine: "mariadb",
  issues,
  goals,
  links: 100,
  works: works.map((work) => ({
    work,
    statements: goals,
    milliseconds: 1,
    slowest: { name: "goal.byId", milliseconds: 1 },
    memory: null,
    textsOnDisk: [],
    answer: { name: "goal.byId", bytes: 100 },
    jiraRequests: 1,
    jiraPoints: 2,
    broken: null,
  })),
  store: { bytes: 1, rows: {}, dayBytes: 1 },
  packed: { goalMonths: 1, laterDays: 1, changedDays: 1, firstDayBytes: 1, changedDayBytes: 1 },
  firstReading: null,
  stormMinutes: null,
  wrongNumbers: 0,
  seconds: 1,
});
const small = site(1000, 50, worksOfMonth);
const large = site(200_000, 5000, [workNames.import, workNames.event]);
const wanted = { issues: 200_000, goals: 5000 };

it("is the site of the same size, with what was not measured of it from another", () => {
  const { measured, borrowed } = standInFor(wanted, [small, large]);
  expect(measured).toMatchObject(wanted);
  const statements = new Map(measured.works.map((each) => [each.work, each.statements]));
  expect(statements.get(workNames.event)).toBe(5000);
  expect(statements.get(workNames.burst)).toBe(50);
  expect(borrowed.map(({ work }) => work)).toEqual(
    worksOfMonth.filter((work) => work !== workNames.event),
  );
});

it("is the largest where none has the size", () => {
  const middle = site(10_000, 500, worksOfMonth);
  expect(standInFor(wanted, [middle, small]).measured.goals).toBe(500);
});

it("tells of MariaDB only", () => {
  expect(() => standInFor(wanted, [{ ...large, engine: "sqlite" }])).toThrow(
    "nothing was measured",
  );
});

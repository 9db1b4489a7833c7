import { workNames } from "../work-names";
import { historyBytes } from "./history-room";
import { monthOf, type MeasuredWhole } from "./month";
import { priceAlone, priceOf } from "./prices";

/** Every work takes ten statements of a millisecond each, one request to Jira and two points. */
const site: MeasuredWhole = {
  engine: "mariadb",
  issues: 1000,
  goals: 50,
  links: 100,
  works: Object.values(workNames).map((work) => ({
    work,
    statements: 10,
    milliseconds: 10,
    slowest: { name: "goal.byId", milliseconds: 1 },
    memory: null,
    textsOnDisk: [],
    answer: { name: "goal.byId", bytes: 100 },
    jiraRequests: 1,
    jiraPoints: 2,
    broken: null,
  })),
  store: { bytes: 1e8, rows: {}, dayBytes: 1e6 },
  packed: {
    goalMonths: 50,
    laterDays: 1450,
    changedDays: 600,
    firstDayBytes: 60,
    changedDayBytes: 25,
  },
  firstReading: null,
  stormMinutes: null,
  wrongNumbers: 0,
  seconds: 1,
};
const month = monthOf({ users: 50 }, site);
const share = (wanted: string) => month.shares.find(({ name }) => name === wanted);

it("counts gadgets by users, working days and views, a quarter of them with a question to Jira", () => {
  expect(share("gadgets")).toMatchObject({ times: 6300, statements: 63_000 });
  expect(share("gadgets, first of a minute")).toMatchObject({ times: 2100, statements: 21_000 });
});

it("has each event noted, and taken in by a job of its own or with others", () => {
  const jobs = share("jobs that take them in")?.times ?? 0;
  const further = share("further events of the same job")?.times ?? 0;
  expect(share("noting events")?.times).toBe(21_000);
  expect(jobs + further).toBeCloseTo(21_000);
  expect(jobs).toBeGreaterThan(15_000);
});

it("keeps a year of history beside the store, packed but for its newest days", () => {
  expect(month.use.data).toBeCloseTo(0.1 + historyBytes(site, 365) / 1e9, 9);
});

it("has each check look whether a day began", () => {
  expect(share("five-minute checks, nothing new")).toMatchObject({
    times: 6624,
    statements: 6624 * 11,
  });
});

it("charges half a GB for as long as an invocation runs", () => {
  const seconds = 0.1 + 10 * 0.02 + 0.15 + 0.01;
  expect(share("gadgets")?.gigabyteSeconds).toBeCloseTo(6300 * seconds * 0.5);
});

it("takes the allowance off only once", () => {
  expect(priceOf("requests", 1_100_000)).toBeCloseTo(2.1219);
  expect(priceAlone("requests", 1_100_000)).toBeCloseTo(1.929);
  expect(priceAlone("requests", 99_999)).toBe(0);
});

it("has an hour of work cost the jobs, their further events and twelve checks", () => {
  const { unpaced } = month;
  expect(unpaced.pointsAnHour).toBeCloseTo(unpaced.jobsAnHour * 2 + 12 * 2);
  expect(month.paced).toEqual(unpaced);
});

it("has checks and jobs cost more, the more they find, as was measured of a thousand", () => {
  const dear = site.works.map((each) =>
    each.work === workNames.burst || each.work === workNames.burstCheck
      ? { ...each, jiraPoints: 2 + 999 }
      : each,
  );
  const { unpaced } = monthOf({ users: 50 }, { ...site, works: dear });
  const [eventsAnHour, found] = [125, 125 / 3];
  const expected = unpaced.jobsAnHour * 2 + (eventsAnHour - unpaced.jobsAnHour) + 12 * (1 + found);
  expect(unpaced.pointsAnHour).toBeCloseTo(expected, 0);
});

it("has fewer jobs take in the same events where the points of the hour would not last", () => {
  const dear = site.works.map((each) =>
    each.work === workNames.event || each.work === workNames.burst
      ? { ...each, jiraPoints: 200 }
      : each,
  );
  const { paced, unpaced, shares } = monthOf({ users: 50 }, { ...site, works: dear });
  expect(paced.jobsAnHour).toBeLessThan(unpaced.jobsAnHour);
  const [jobs, further] = ["jobs that take them in", "further events of the same job"].map(
    (wanted) => shares.find(({ name }) => name === wanted)?.times ?? 0,
  );
  expect(jobs).toBe(paced.jobsAnHour * 21 * 8);
  expect((jobs ?? 0) + (further ?? 0)).toBeCloseTo(21_000);
});

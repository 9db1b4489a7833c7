import { paceOf } from "../../../../src/use-cases/sync/pace";
import { budgetOf } from "../../../../src/use-cases/sync/reading-pause";
import { type Load, withoutWaiting, workingDay } from "./working-day";

/** A job costs forty points and one for each event, and takes a second. */
const load = (eventsAnHour: number): Load => ({
  eventsAnHour,
  points: (events) => 40 + events,
  seconds: () => 1,
  pointsOfCheck: 50,
});
const app = { pace: paceOf, pointsShare: 0.25 };
const budget = budgetOf(app.pointsShare);
const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? 0;

it("takes events that come seldom in one by one, as soon as the queue gives a job", () => {
  const day = workingDay(load(60), withoutWaiting);
  expect(day.jobsAnHour).toBe(60);
  expect(day.pointsAnHour).toBe(60 * 41 + 12 * 50);
  expect(new Set(day.lateSeconds)).toEqual(new Set([2]));
});

it("takes events that come while a job is on its way in together", () => {
  const day = workingDay(load(3600 * 4), withoutWaiting);
  expect(day.jobsAnHour).toBeGreaterThan(3600 / 1.26);
  expect(day.jobsAnHour).toBeLessThan(3600 / 1.24);
  expect(day.lateSeconds.length).toBe(8 * 3600 * 4);
});

it("changes nothing where half of the hour's points are enough", () => {
  expect(workingDay(load(60), app)).toEqual(workingDay(load(60), withoutWaiting));
});

it("keeps inside the budget by waiting where more would be spent, never longer than the longest pace", () => {
  const hasty = workingDay(load(1200), withoutWaiting);
  const paced = workingDay(load(1200), app);
  expect(hasty.pointsAnHour).toBeGreaterThan(1.5 * budget);
  expect(paced.mostPoints).toBeLessThanOrEqual(budget);
  expect(paced.mostPoints).toBeGreaterThan(0.9 * budget);
  expect(paced.lateSeconds.at(-1)).toBeLessThanOrEqual(122);
  expect(middle(paced.lateSeconds)).toBeGreaterThan(middle(hasty.lateSeconds));
  expect(paced.lateSeconds.length).toBe(8 * 1200);
});

it("waits for the next hour, and works on after the day, where even the points of single events are too many", () => {
  const day = workingDay(load(20_000), app);
  expect(day.mostPoints).toBe(budget);
  expect(day.lateSeconds.at(-1)).toBeGreaterThan(3600);
  expect(day.lateSeconds.length).toBe(8 * 20_000);
});

it("begins every hour with all of its points", () => {
  const day = workingDay(load(1200), app);
  const atOnce = day.lateSeconds.filter((seconds) => seconds <= 5).length / 8;
  expect(atOnce).toBeGreaterThan(100);
});

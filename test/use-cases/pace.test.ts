import { paceOf } from "../../src/use-cases/sync/pace";

const atMinute = (minute: number) => new Date(Date.UTC(2026, 2, 6, 9, minute));
const budget = 0.25 * 65_000;
const pace = (share: number, minute: number) =>
  paceOf({ pointsUsed: share * budget, pointsShare: 0.25 }, atMinute(minute));

test("changes are taken in at once while the points of the hour last", () => {
  expect(pace(0, 0)).toBe(0);
  expect(pace(0.5, 0)).toBe(0);
  expect(pace(0.5, 30)).toBe(0);
  expect(pace(0.99, 59)).toBe(0);
});

test("they wait for each other the longer, the further reading is ahead of the clock", () => {
  expect(pace(0.61, 30)).toBe(36);
  expect(pace(0.62, 30)).toBe(72);
  expect(pace(0.9, 30)).toBe(120);
});

test("they are taken in although nothing may be spent", () => {
  expect(paceOf({ pointsUsed: 0, pointsShare: 0 }, atMinute(10))).toBe(0);
  expect(paceOf({ pointsUsed: 50, pointsShare: 0 }, atMinute(10))).toBe(120);
});

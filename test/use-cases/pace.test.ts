import { paceOf } from "../../src/use-cases/sync/pace";

const atMinute = (minute: number) => new Date(Date.UTC(2026, 2, 6, 9, minute));
const budget = 0.25 * 65_000;
const pace = (share: number, minute: number) =>
  paceOf({ pointsUsed: share * budget, pointsShare: 0.25 }, atMinute(minute));

test("changes are taken in at once while a fifth of the hour's points, or no more than the hour has passed, is spent", () => {
  expect(pace(0, 0)).toBe(0);
  expect(pace(0.2, 0)).toBe(0);
  expect(pace(0.55, 30)).toBe(0);
  expect(pace(0.98, 59)).toBe(0);
});

test("they wait for each other the longer, the further reading is ahead of the clock", () => {
  expect(pace(0.25, 0)).toBe(30);
  expect(pace(0.5, 0)).toBe(60);
  expect(pace(0.57, 0)).toBe(84);
  expect(pace(0.56, 30)).toBe(12);
  expect(pace(0.6, 30)).toBe(60);
  expect(pace(0.9, 30)).toBe(120);
});

test("they are taken in although nothing may be spent", () => {
  expect(paceOf({ pointsUsed: 0, pointsShare: 0 }, atMinute(10))).toBe(0);
  expect(paceOf({ pointsUsed: 50, pointsShare: 0 }, atMinute(10))).toBe(120);
});

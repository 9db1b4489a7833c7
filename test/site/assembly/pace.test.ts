import { createClock } from "../clock";
import { createPace } from "./pace";

const start = Date.UTC(2024, 4 /* May */, 6, 8);
const minute = 60_000;
const often = { key: "often", functionKey: "f", intervalMilliseconds: 5 * minute };
const hourly = { key: "hourly", functionKey: "f", intervalMilliseconds: 60 * minute };

test("a leap of a day leaves out frequent runs but those of its last hour, and no hourly one", async () => {
  const clock = createClock(start, 0);
  const pace = createPace(clock);
  const atNoon: boolean[] = [];
  clock.at(start + 4 * 60 * minute, () => {
    atNoon.push(pace.skips(often, clock.now()), pace.skips(hourly, clock.now()));
  });
  await pace.advance(24 * 60 * minute);
  expect(atNoon).toEqual([true, false]);
  expect(pace.skips(often, clock.now())).toBe(false);
  clock.stop();
});

test("a step of less than an hour leaves out nothing", async () => {
  const clock = createClock(start, 0);
  const pace = createPace(clock);
  const skipped: boolean[] = [];
  clock.at(start + minute, () => {
    skipped.push(pace.skips(often, clock.now()));
  });
  await pace.advance(30 * minute);
  expect(skipped).toEqual([false]);
  clock.stop();
});

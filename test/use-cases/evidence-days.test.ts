import { calendarDay, dayBegins } from "../../src/use-cases/evidence/calendar-day";
import { dayStart } from "../../src/use-cases/evidence/day-start";

test("an instant has the calendar day of its zone", () => {
  const at = new Date("2026-03-16T23:30:00Z");
  const zones = ["UTC", "Europe/Berlin", "America/New_York", "Pacific/Auckland"];
  expect(zones.map((zone) => calendarDay(at, zone))).toEqual([
    "2026-03-16",
    "2026-03-17",
    "2026-03-16",
    "2026-03-17",
  ]);
});

test("a day begins at the midnight of its zone, before and after the clocks change", () => {
  const begins = (day: string, zone: string) => dayBegins(day, zone).toISOString();
  expect(begins("2026-03-16", "UTC")).toBe("2026-03-16T00:00:00.000Z");
  expect(begins("2026-03-29", "Europe/Berlin")).toBe("2026-03-28T23:00:00.000Z");
  expect(begins("2026-03-30", "Europe/Berlin")).toBe("2026-03-29T22:00:00.000Z");
  expect(begins("2026-03-08", "America/New_York")).toBe("2026-03-08T05:00:00.000Z");
  expect(begins("2026-03-09", "America/New_York")).toBe("2026-03-09T04:00:00.000Z");
  expect(begins("2026-04-05", "Pacific/Auckland")).toBe("2026-04-04T11:00:00.000Z");
});

test("the beginning of a day in UTC is not after the instant, before 1970 either", () => {
  expect(dayStart(new Date("2026-03-16T23:59:59.999Z"))).toEqual(new Date("2026-03-16T00:00:00Z"));
  expect(dayStart(new Date("2026-03-16T00:00:00Z"))).toEqual(new Date("2026-03-16T00:00:00Z"));
  expect(dayStart(new Date("1969-12-31T12:00:00Z"))).toEqual(new Date("1969-12-31T00:00:00Z"));
});

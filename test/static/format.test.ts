import {
  dayText,
  instantText,
  intervalText,
  issuesText,
  itemsText,
  precisePercent,
  sizeText,
  wholePercent,
} from "../../static/parts/format";

it("rounds to whole percent for gadgets and to one decimal for details", () => {
  expect(wholePercent(10 / 34)).toBe("29 %");
  expect(precisePercent(10 / 34)).toBe("29.4 %");
});

it("never rounds begun to nothing, nor unfinished to done", () => {
  expect([wholePercent(0), wholePercent(0.001), wholePercent(0.999), wholePercent(1)]).toEqual([
    "0 %",
    "<1 %",
    ">99 %",
    "100 %",
  ]);
  expect([precisePercent(0.0001), precisePercent(0.9999)]).toEqual(["<0.1 %", ">99.9 %"]);
});

it("gives both ends of an interval as exactly as the number itself", () => {
  const interval = { low: 7 / 44, high: 10 / 32, exact: true };
  expect(intervalText(interval, { precise: true, word: "–" })).toBe("15.9–31.3 %");
  expect(intervalText({ ...interval, exact: false }, { precise: true, word: "–" })).toBe("16–31 %");
});

it("writes sizes under their rule, and says when one is not known", () => {
  expect(sizeText(3, "points")).toBe("3");
  expect(sizeText(5400, "time")).toBe("1.5 h");
  expect(sizeText(null, "points")).toBe("unknown");
});

it("writes days and instants without the browser's own time zone", () => {
  expect(dayText("2026-12-12")).toBe("12 Dec 2026");
  expect(instantText("2026-11-23T23:40:00.000Z")).toBe("23 Nov 2026, 23:40 UTC");
});

it("counts one item as one", () => {
  expect([itemsText(0), itemsText(1), itemsText(1240)]).toEqual([
    "0 items",
    "1 item",
    "1,240 items",
  ]);
  expect(issuesText(1)).toBe("1 issue");
});

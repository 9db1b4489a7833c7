import { rowBytes } from "../../../../src/store/room";
import { dayBytes, historyBytes, monthBytes, mostUnpacked } from "./history-room";

const packed = {
  goalMonths: 10,
  laterDays: 290,
  changedDays: 100,
  firstDayBytes: 50,
  changedDayBytes: 20,
};
const site = { goals: 10, store: { bytes: 1e6, rows: {}, dayBytes: 600 }, packed };

it("counts the row of a month, its first day, its working days and a comma for every other", () => {
  expect(monthBytes(packed)).toBe(rowBytes.month + 50 + 21 * 20 + 8);
});

it("packs all days but the newest", () => {
  expect(historyBytes(site, 10)).toBe(10 * dayBytes(site));
  const newest = mostUnpacked * (600 + 10 * rowBytes.day);
  expect(historyBytes(site, mostUnpacked)).toBe(newest);
  expect(historyBytes(site, mostUnpacked + 60)).toBe(newest + 2 * 10 * monthBytes(packed));
});

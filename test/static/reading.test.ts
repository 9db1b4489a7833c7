/** @jest-environment jsdom */
import { clockText } from "../../static/parts/clock-text";
import { readingText } from "../../static/parts/reading-text";

const until = "2026-11-20T10:00:00.000Z";
const reading = { kind: "reading", read: 312, about: 1240, pause: null } as const;

it("says how much of how much has been read", () => {
  expect(readingText(reading)).toBe("Being read: 312 of about 1,240 issues.");
  expect(readingText({ ...reading, about: null })).toBe("Being read: 312 issues so far.");
  expect(readingText({ ...reading, read: 0, about: null })).toBe("Being read.");
});

it("never says that more was read than there is", () => {
  expect(readingText({ ...reading, read: 1300 })).toBe("Being read: 1,300 of about 1,300 issues.");
});

it("says why a reading waits, and when it goes on", () => {
  expect(readingText({ ...reading, pause: { why: "budget", until } })).toBe(
    `Being read: 312 of about 1,240 issues. This hour’s budget for reading Jira is used up; goes on at ${clockText(until)}.`,
  );
  expect(readingText({ kind: "queued", pause: { why: "quota", until } })).toBe(
    `Waiting to be read. Jira’s quota for this hour is used up; goes on at ${clockText(until)}.`,
  );
});

it("says nothing of what is up to date, and in Jira's words what cannot be read", () => {
  expect(readingText({ kind: "current" })).toBeNull();
  const detail = "Field 'colour' does not exist.";
  expect(readingText({ kind: "broken", detail })).toBe(`Not up to date: ${detail}`);
});

it("gives the hour at which it goes on in UTC, as every other time on the page, wherever the viewer is", () => {
  const format = Intl.DateTimeFormat;
  jest
    .spyOn(Intl, "DateTimeFormat")
    .mockImplementation(
      (locale, options) =>
        new format(locale ?? "en-US", { timeZone: "America/New_York", ...options }),
    );
  try {
    expect(clockText("2026-11-20T09:05:00.000Z")).toBe("09:05 UTC");
  } finally {
    jest.restoreAllMocks();
  }
});

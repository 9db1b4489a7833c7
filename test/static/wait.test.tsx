/** @jest-environment jsdom */
import { render } from "@testing-library/react";
import { AsOfAll } from "../../static/parts/as-of-all";
import { isWorthRetry, SlowDown } from "../../static/parts/answered-or-failed";
import { waitMilliseconds } from "../../static/parts/wait";

const now = Date.parse("2026-11-20T09:40:00.000Z");
const minute = 60_000;

/** Chance adds half a minute at most. */
const spread = 30_000;

describe("a view that Jira let wait asks again", () => {
  it.each([
    ["when it said", "2026-11-20T09:55:00.000Z", 15 * minute],
    ["after a minute where it did not say", undefined, minute],
    ["after a minute where that is over already", "2026-11-20T09:00:00.000Z", minute],
    ["after an hour at most", "2026-11-21T09:40:00.000Z", 60 * minute],
  ])("%s", (_, until, least) => {
    const problem = { kind: "rate-limited", ...(until === undefined ? {} : { until }) } as const;
    for (let times = 0; times < 50; times += 1) {
      const wait = waitMilliseconds(problem, now);
      expect(wait).toBeGreaterThanOrEqual(least);
      expect(wait).toBeLessThan(least + spread);
    }
  });

  it("and does not try a second time at once, as after a failure", () => {
    expect(isWorthRetry(0, new SlowDown({ kind: "rate-limited" }))).toBe(false);
    expect(isWorthRetry(0, new Error("the invocation timed out"))).toBe(true);
    expect(isWorthRetry(1, new Error("the invocation timed out"))).toBe(false);
  });
});

describe("as of when the numbers of a list are", () => {
  const text = (...all: readonly (string | null)[]) =>
    render(<AsOfAll all={all.map((asOf) => ({ asOf }))} />).container.textContent;

  it("is one time where they are of one minute", () => {
    expect(text("2026-11-20T09:40:59.000Z", "2026-11-20T09:40:01.000Z")).toBe(
      "Numbers as of 20 Nov 2026, 09:40 UTC",
    );
  });

  it("is that of the oldest and of the newest where they differ", () => {
    expect(text("2026-11-20T09:40:00.000Z", null, "2026-11-18T23:05:00.000Z")).toBe(
      "Numbers as of 18 Nov 2026, 23:05 UTC (the oldest) to 20 Nov 2026, 09:40 UTC",
    );
  });

  it("is nothing where there is no number yet", () => {
    expect(text(null, null)).toBe("");
  });
});

/** @jest-environment jsdom */
import { answer, anyKey, fail, refuse, requestsOf, resetHost } from "./host";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SyncHealthView } from "../../src/contract/settings";
import { clockText } from "../../static/parts/clock-text";
import Settings from "../../static/surfaces/settings/settings";
import { healthOf, settingsFound } from "./build/settings";
import { show, violationsIn } from "./show";

const health = async (change: Partial<SyncHealthView> = {}) => {
  answer("getSyncHealth", healthOf(change));
  const shown = show(<Settings />);
  await screen.findByText(/^As of /);
  return shown;
};

const { points } = healthOf();

beforeEach(() => {
  resetHost();
  answer("getSettings", settingsFound());
});

describe("sync health", () => {
  it("says in one sentence that nothing waits, with the figures below", async () => {
    const { container } = await health();
    expect(screen.getByText("Nothing waits; last change taken in 12 s ago.")).toBeVisible();
    expect(screen.getByText("4 min ago (20 Nov 2026, 09:36 UTC)")).toBeVisible();
    const ends = `the hour ends at ${clockText(points.hourEndsAt)}`;
    expect(screen.getByText(`1,240 of 16,250 used this hour; ${ends}`)).toBeVisible();
    expect(screen.getByText("37 used this hour; not limited by the share")).toBeVisible();
    expect(
      screen.getByText("All numbers of 42 goals were right on 20 Nov 2026, 00:12 UTC"),
    ).toBeVisible();
    expect(screen.getByText("84 MB of 1 GB used")).toBeVisible();
    expect(screen.getByText("Every goal is read to its end.")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("says which changes and which goals wait, each with since when the oldest does", async () => {
    await health({
      waitingIssues: 12,
      waitingSince: "2026-11-20T09:39:50.000Z",
      waitingGoals: 1,
      goalsWaitingSince: "2026-11-20T09:35:30.000Z",
    });
    expect(
      screen.getByText(
        "12 changed issues wait to be taken in, the oldest for 40 s. 1 goal waits to be computed, the oldest for 5 min.",
      ),
    ).toBeVisible();
  });

  it("warns when it has waited for longer than usual", async () => {
    await health({ waitingIssues: 1, waitingSince: "2026-11-20T09:20:30.000Z" });
    expect(
      screen.getByText(
        "1 changed issue waits to be taken in, the oldest for 20 min. That is longer than usual: numbers may be behind Jira.",
      ),
    ).toBeVisible();
  });

  it("warns when a goal has waited for longer than usual, though no change waits", async () => {
    await health({ waitingGoals: 2, goalsWaitingSince: "2026-11-20T09:10:30.000Z" });
    expect(
      screen.getByText(/^2 goals wait to be computed.*for 30 min. That is longer/),
    ).toBeVisible();
  });

  it.each([
    ["quota", "Jira’s points of this hour are used up on all sites together"],
    [
      "budget",
      "the share of Jira’s points that it may use in an hour is used up (a larger share, below, lets it go on within 15 min)",
    ],
  ] as const)("says until when reading is paused for the %s", async (why, because) => {
    const until = "2026-11-20T10:00:00.000Z";
    await health({ points: { ...points, pause: { why, until } } });
    const paused = `Reading in the background is paused until ${clockText(until)}, in 20 min: ${because}.`;
    expect(screen.getByText((text) => text.startsWith(paused))).toBeVisible();
  });

  it("says what the nightly check repaired", async () => {
    await health({
      verification: { at: "2026-11-20T00:12:00.000Z", goals: 42, repaired: 3, complete: true },
    });
    expect(
      screen.getByText(
        "The numbers of 3 of 42 goals were wrong on 20 Nov 2026, 00:12 UTC, and were repaired",
      ),
    ).toBeVisible();
  });

  it("says how far the nightly check is while it goes on", async () => {
    await health({
      verification: { at: "2026-11-20T00:12:00.000Z", goals: 500, repaired: 0, complete: false },
    });
    expect(
      screen.getByText("All numbers of 500 goals were right so far, as of 20 Nov 2026, 00:12 UTC"),
    ).toBeVisible();
  });

  it("warns before the store is full", async () => {
    await health({ store: { bytes: 1_020_054_732, limit: 1_073_741_824, nearlyFull: true } });
    expect(screen.getByText("The store is nearly full.")).toBeVisible();
    expect(screen.getByText("973 MB of 1 GB used")).toBeVisible();
  });

  it("says what has not happened yet on a new site", async () => {
    const { container } = await health({
      lastEventAt: null,
      lastReconciledAt: null,
      verification: null,
      store: { bytes: null, limit: 1_073_741_824, nearlyFull: false },
    });
    expect(screen.getByText(/no change of an issue was heard of yet/)).toBeVisible();
    expect(screen.getAllByText("Not yet")).toHaveLength(2);
    expect(screen.getByText("Not measured yet; 1 GB at most")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("that does not answer says so and leaves the settings usable", async () => {
    fail("getSyncHealth");
    show(<Settings />);
    expect(await screen.findByText(/did not get an answer/)).toBeVisible();
    expect(await screen.findByRole("button", { name: "Save" })).toBeInTheDocument();
  });

  it("that Jira leaves no quota for says until when, once, and offers nothing that would need it", async () => {
    refuse("getSyncHealth", "rate-limited", { until: "2026-11-20T10:00:00.000Z" });
    refuse("getSettings", "rate-limited", { until: "2026-11-20T10:00:00.000Z" });
    const { container } = show(<Settings />);
    expect(await screen.findByText(/the next try comes by itself after 10:00 UTC/)).toBeVisible();
    expect(await screen.findByText(/^The settings show here as soon as/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Read everything again" })).toBeNull();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("is asked for again every 30 seconds, which loses nothing of what was changed", async () => {
    jest.useFakeTimers();
    try {
      await health();
      fireEvent.click(await screen.findByRole("radio", { name: "Jira administrators only" }));
      answer("getSyncHealth", healthOf({ waitingGoals: 2 }));
      await act(() => jest.advanceTimersByTimeAsync(30_000));
      expect(screen.getByText("2 goals wait to be computed.")).toBeVisible();
      expect(screen.getByRole("radio", { name: "Jira administrators only" })).toBeChecked();
      expect(requestsOf("getSyncHealth")).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });
});

describe("read everything again", () => {
  it("says what it costs before it begins, and how many goals wait then", async () => {
    answer("readEverything", { goals: 42 });
    await health();
    await userEvent.click(screen.getByRole("button", { name: "Read everything again" }));
    const dialog = screen.getByRole("dialog", { name: "Read everything again?" });
    expect(within(dialog).getByText(/about one point for each issue/)).toBeVisible();
    expect(requestsOf("readEverything")).toEqual([]);
    expect(await violationsIn(document.body)).toEqual([]);
    await userEvent.click(within(dialog).getByRole("button", { name: "Read everything again" }));
    expect(await screen.findByText("42 goals wait to be read again.")).toBeVisible();
    expect(requestsOf("readEverything")).toEqual([{ key: anyKey }]);
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("does nothing when the person thinks better of it", async () => {
    await health();
    await userEvent.click(screen.getByRole("button", { name: "Read everything again" }));
    await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(requestsOf("readEverything")).toEqual([]);
  });

  it("says in the dialog why it was refused", async () => {
    refuse("readEverything", "rate-limited");
    await health();
    await userEvent.click(screen.getByRole("button", { name: "Read everything again" }));
    const dialog = within(screen.getByRole("dialog"));
    await userEvent.click(dialog.getByRole("button", { name: "Read everything again" }));
    await waitFor(() => {
      expect(dialog.getByRole("alert")).toHaveTextContent(/slow down/);
    });
  });
});

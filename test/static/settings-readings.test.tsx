/** @jest-environment jsdom */
import { answer, asked, requestsOf, resetHost } from "./host";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SyncHealthView } from "../../src/contract/settings";
import Settings from "../../static/surfaces/settings/settings";
import { healthOf, settingsFound } from "./build/settings";
import { show } from "./show";

const health = async (readings: SyncHealthView["readings"]) => {
  answer("getSyncHealth", healthOf({ readings }));
  show(<Settings />);
  await screen.findByText(/^As of /);
};

const broken = { kind: "broken", detail: "Field 'colour' does not exist." } as const;

const readingOf = (at: number): SyncHealthView["readings"][number] => ({
  goalId: String(at + 1),
  title: `Goal ${String(at + 1)}`,
  reading: { kind: "reading", read: 312, about: 1240, pause: null },
});

beforeEach(() => {
  resetHost();
  answer("getSettings", settingsFound());
});

describe("the goals that sync health tells of", () => {
  it.each([
    ["one goal is", 1, "1 goal is being read from Jira."],
    ["several goals are", 3, "3 goals are being read from Jira."],
  ])("does not say that nothing waits while %s being read", async (_, count, sentence) => {
    await health(Array.from({ length: count }, (__, at) => readingOf(at)));
    expect(screen.getByText(sentence)).toBeVisible();
    expect(screen.queryByText(/Nothing waits/)).not.toBeInTheDocument();
  });

  it("says in the first sentence that a goal is not up to date", async () => {
    await health([{ goalId: "9", title: "Fewer tickets", reading: broken }]);
    expect(
      screen.getByText(
        "Nothing waits; last change taken in 12 s ago. 1 goal is not up to date, see below.",
      ),
    ).toBeVisible();
  });

  it("lists the goals that are being read or could not be, each opening on the Goals page", async () => {
    await health([
      {
        goalId: "7",
        title: "Faster checkout",
        reading: { kind: "reading", read: 312, about: 1240, pause: null },
      },
      {
        goalId: "9",
        title: "Fewer tickets",
        reading: broken,
      },
    ]);
    expect(
      within(screen.getByRole("list", { name: "Being read" })).getByRole("listitem"),
    ).toHaveTextContent("Faster checkout · Being read: 312 of about 1,240 issues.");
    const unread = within(
      screen.getByRole("list", { name: "Not up to date: Jira refuses a rule" }),
    );
    expect(unread.getByRole("listitem")).toHaveTextContent("Field 'colour' does not exist.");
    await userEvent.click(unread.getByRole("button", { name: "Fewer tickets" }));
    expect(asked.filter(({ command }) => command === "navigate")).toMatchObject([
      { data: { path: "/goal/9" } },
    ]);
  });

  it("is asked for again every 5 seconds while a goal is being read", async () => {
    jest.useFakeTimers();
    try {
      await health([readingOf(0)]);
      expect(screen.getByText(/refreshed every 5 s/)).toBeVisible();
      answer("getSyncHealth", healthOf());
      await act(() => jest.advanceTimersByTimeAsync(5_100));
      expect(screen.getByText("Every goal is read to its end.")).toBeVisible();
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      expect(requestsOf("getSyncHealth")).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });
});

/** @jest-environment jsdom */
import { answer, asked, emit, fail, hang, refuse, reply, requestsOf, resetHost } from "./host";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { clockText } from "../../static/parts/clock-text";
import GoalProgressGadget from "../../static/surfaces/goal-progress/goal-progress";
import { goalItems, goalProgress, noWork, progress } from "./build/progress";
import { contextOf, show, violationsIn } from "./show";

const configured = { gadget: { id: "g1" }, gadgetConfiguration: { goalId: "7" } };

const gadget = (extension: Readonly<Record<string, unknown>> = configured) =>
  show(<GoalProgressGadget context={contextOf("goal-progress-gadget", extension)} />);

beforeEach(resetHost);

describe("at a glance", () => {
  it("shows the number with its interval, of what and as of when, from one call", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    expect(await screen.findByText("29 %")).toBeVisible();
    expect(screen.getByText("between 16 and 31 %")).toBeVisible();
    expect(screen.getByText("5 of 8 items done, counted by story points")).toBeVisible();
    expect(screen.getByText("As of 23 Nov 2026, 09:40 UTC")).toBeVisible();
    expect(requestsOf("goalProgress")).toEqual([{ goalId: "7" }]);
    expect(requestsOf("goalItems")).toEqual([]);
  });

  it("says so where other rules make another number of the same work", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    expect(await screen.findByText("Depends on the rule")).toBeVisible();
    expect(screen.getByText(/other rules say 19.7 % to 75.0 %/)).toBeVisible();
  });

  it.each([
    ["the rules agree", { lowest: 0.5, highest: 0.6, dependsOnRule: false }],
    ["there is no spread", null],
  ])("keeps quiet about rules where %s", async (_, spread) => {
    answer("goalProgress", goalProgress({ spread }));
    gadget();
    await screen.findByText("29 %");
    expect(screen.queryByText("Depends on the rule")).not.toBeInTheDocument();
  });

  it("opens to what the number is made of", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    await userEvent.click(await screen.findByRole("button", { name: "29 %" }));
    expect(asked.find(({ command }) => command === "navigate")?.data).toEqual({
      target: "module",
      moduleKey: "goals-page",
      path: "/goal/7",
      type: "same-tab",
    });
  });

  it("describes the bar in words", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    const bar = await screen.findByRole("img");
    expect(bar).toHaveAccessibleName(
      "29 % done, between 16 % and 31 %. Confirmed 4, Claimed 1, Active 1, To do 2.",
    );
  });

  it("leaves the legend out when it was not wanted", async () => {
    answer("goalProgress", goalProgress());
    gadget({ gadgetConfiguration: { goalId: "7", showLegend: false } });
    await screen.findByText("29 %");
    expect(screen.queryByText("Interval")).not.toBeInTheDocument();
  });

  it("shows a title with markup as plain text", async () => {
    answer("goalProgress", goalProgress({ title: "<b>Bold</b> & <script>" }));
    gadget();
    expect(await screen.findByText("<b>Bold</b> & <script>")).toBeVisible();
  });

  it("has no accessibility violation, open or closed", async () => {
    answer("goalProgress", goalProgress());
    answer("goalItems", goalItems());
    const { container } = gadget();
    await screen.findByText("29 %");
    expect(await violationsIn(container)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Show the items" }));
    await screen.findByText("Together");
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe("without a number", () => {
  it("asks to be set up and asks nothing of the resolver", () => {
    gadget({});
    expect(screen.getByText("Choose a goal")).toBeVisible();
    expect(requestsOf("goalProgress")).toEqual([]);
  });

  it("shows that it is loading", () => {
    hang("goalProgress");
    gadget();
    expect(screen.getByRole("status", { name: "Loading" })).toBeInTheDocument();
  });

  it("says that no work is linked, and offers no list", async () => {
    answer("goalProgress", goalProgress({ progress: noWork }));
    gadget();
    expect(await screen.findByText(/No work is linked yet/)).toBeVisible();
    expect(screen.getByRole("img", { name: "No number" })).toHaveClass("bar-none");
    expect(screen.queryByRole("button", { name: "Show the items" })).not.toBeInTheDocument();
  });

  it("says how much has been read while the work is being read, and until when that waits", async () => {
    const pause = { why: "budget", until: "2026-11-23T10:00:00.000Z" } as const;
    const reading = { kind: "reading", read: 312, about: 1240, pause } as const;
    const number = { kind: "none", why: "being-read" } as const;
    answer("goalProgress", goalProgress({ progress: { ...noWork, number, reading } }));
    const { container } = gadget();
    expect(await screen.findByText(/^Being read: 312 of about 1,240 issues/)).toHaveTextContent(
      `This hour’s budget for reading Jira is used up; goes on at ${clockText(pause.until)}.`,
    );
    expect(await violationsIn(container)).toEqual([]);
  });

  it("says that an archived goal can be replaced in the gadget's menu", async () => {
    refuse("goalProgress", "archived");
    gadget();
    expect(await screen.findByText(/was archived.*then Configure/)).toBeVisible();
  });

  it("does not name a goal that the viewer may not see", async () => {
    refuse("goalProgress", "no-such-goal");
    gadget();
    expect(await screen.findByText(/does not exist any more, or you may not see it/)).toBeVisible();
  });

  it("offers to try again after a failure", async () => {
    fail("goalProgress");
    gadget();
    await screen.findByRole("alert");
    answer("goalProgress", goalProgress());
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByText("29 %")).toBeVisible();
  });

  it("keeps the last number, marked, when it cannot be refreshed", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    await screen.findByText("29 %");
    fail("goalProgress");
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "dashboard" });
    });
    expect(await screen.findByText(/Not refreshed since/)).toBeVisible();
    expect(screen.getByText("29 %")).toBeVisible();
  });

  it("keeps the last number, marked with until when, where Jira wants no more questions", async () => {
    answer("goalProgress", goalProgress());
    const { container } = gadget();
    await screen.findByText("29 %");
    refuse("goalProgress", "rate-limited", { until: "2026-11-23T10:00:00.000Z" });
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "dashboard" });
    });
    expect(await screen.findByText(/Not refreshed since/)).toHaveTextContent(
      "Jira’s quota for this hour is used up. Nothing is lost; the next try comes by itself after 10:00 UTC.",
    );
    expect(screen.getByText("29 %")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("comes back by itself after Jira asked to slow down, and not before a minute", async () => {
    jest.useFakeTimers();
    try {
      refuse("goalProgress", "rate-limited");
      gadget();
      expect(await screen.findByText(/^Jira asked Throughline to slow down/)).toBeVisible();
      answer("goalProgress", goalProgress());
      await act(() => jest.advanceTimersByTimeAsync(59_000));
      expect(requestsOf("goalProgress")).toHaveLength(1);
      await act(() => jest.advanceTimersByTimeAsync(31_000));
      expect(screen.getByText("29 %")).toBeVisible();
    } finally {
      jest.useRealTimers();
    }
  });

  it("marks a number whose rule Jira refuses, with Jira's words", async () => {
    const detail = "Field 'colour' does not exist.";
    answer(
      "goalProgress",
      goalProgress({ progress: progress({ reading: { kind: "broken", detail } }) }),
    );
    const { container } = gadget();
    expect(await screen.findByText("Not up to date")).toHaveClass("lozenge");
    expect(screen.getByText(/its last issues are kept: Field 'colour'/)).toBeVisible();
    expect(screen.getByText("29 %")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("does not tell others than the owner what Jira said of a rule", async () => {
    answer(
      "goalProgress",
      goalProgress({ progress: progress({ reading: { kind: "broken", detail: null } }) }),
    );
    gadget();
    expect(
      await screen.findByText(/its last issues are kept\. The owner of its goal sees why\./),
    ).toBeVisible();
  });
});

describe("refreshing", () => {
  it("asks again when the dashboard or this gadget is refreshed, and not for another gadget", async () => {
    answer("goalProgress", goalProgress());
    gadget();
    await screen.findByText("29 %");
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "gadget", gadgetId: "g2" });
    });
    expect(requestsOf("goalProgress")).toHaveLength(1);
    act(() => {
      emit("JIRA_DASHBOARD_GADGET_REFRESH", { origin: "gadget", gadgetId: "g1" });
    });
    await waitFor(() => {
      expect(requestsOf("goalProgress")).toHaveLength(2);
    });
  });

  it("asks again by itself while the work is being read", async () => {
    const answers = [
      goalProgress({ progress: progress({ reading: { kind: "queued", pause: null } }) }),
      goalProgress({
        progress: progress({
          number: { kind: "value", headline: 0.5, low: 0.4, high: 0.6, exact: true },
        }),
      }),
    ];
    reply("goalProgress", () => ({ ok: true, value: answers.shift() ?? goalProgress() }));
    gadget();
    expect(await screen.findByText("Waiting to be read.")).toBeVisible();
    expect(await screen.findByText("50 %", {}, { timeout: 4000 })).toBeVisible();
  });
});

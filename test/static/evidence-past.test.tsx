/** @jest-environment jsdom */
import { answer, asked, onCommand, requestsOf } from "./host";
import { act, fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { evidence, goalHistory, replayed } from "./build/evidence";
import { progress } from "./build/progress";
import { page, region, resetEvidence } from "./evidence-page";

beforeEach(resetEvidence);

async function showPast(): Promise<void> {
  await userEvent.click(await screen.findByRole("button", { name: "Show the past" }));
}

describe("the time machine", () => {
  const then = "2026-11-01T00:00:00.000Z";
  const past = evidence({
    at: then,
    past: {
      ...replayed,
      beforeGoal: true,
      inconsistent: 2,
      unread: 1,
      byToday: ["text ~ checkout"],
    },
    progress: progress({
      number: { kind: "value", headline: 0.2, low: 0.1, high: 0.3, exact: true },
    }),
    seenThen: {
      day: "2026-11-01",
      number: { kind: "value", headline: 0.22, low: 0.12, high: 0.32, exact: true },
      computedAt: then,
    },
  });

  it("goes to the day where the slider comes to rest, and back with the browser", async () => {
    const { history } = page();
    await showPast();
    const slider = await screen.findByRole("slider", { name: "Day" });
    expect(slider).toHaveAttribute("aria-valuetext", "Now: about 29.4 %, observed");
    answer("goalEvidence", past);
    const day = String(Date.parse(then) / 86_400_000);
    fireEvent.change(slider, { target: { value: day } });
    expect(slider).toHaveAttribute("aria-valuetext", "1 Nov 2026: about 24.0 %, replayed");
    expect(
      await screen.findByRole("heading", { level: 1, name: /^20.0 % — of what\?/ }),
    ).toBeVisible();
    expect(history.pushed).toEqual(["/goal/7?at=2026-11-01"]);
    expect(requestsOf("goalEvidence").at(-1)).toEqual({ goalId: "7", at: then });
    answer("goalEvidence", evidence());
    act(() => {
      history.move("/goal/7");
    });
    expect(await screen.findByRole("heading", { name: /^29.4 % — of what/ })).toBeVisible();
  });

  it("says how a past day is known, what is not known of it, and what was seen then", async () => {
    answer("goalEvidence", past);
    page("/goal/7?at=2026-11-01");
    expect(await screen.findByText("As of 1 Nov 2026, 00:00 UTC, replayed")).toBeVisible();
    for (const words of [
      /did not exist yet: its present links/,
      "The history of 2 issues contradicts itself.",
      /changelogs of 1 issue are not read yet/,
      /this rule brought is taken from today/,
    ]) {
      expect(screen.getByText(words)).toBeVisible();
    }
    expect(screen.getByText(/Seen on 1 Nov 2026/)).toHaveTextContent(
      "22.0 % · 12.0–32.0 %. Rebuilt now: 20.0 % · 10.0–30.0 %.",
    );
    await userEvent.click(screen.getByRole("button", { name: "Back to now" }));
    expect(requestsOf("goalEvidence").at(-1)).toEqual({ goalId: "7" });
  });

  it("draws observed, replayed and estimated time apart and tells them apart in words", async () => {
    page();
    await showPast();
    const course = await region("The course of the number");
    await within(course).findByRole("img", { name: /From 10.0 % on 15 Aug 2026 to 29.4 %/ });
    for (const known of ["observed", "replayed", "estimated"]) {
      expect(within(course).getByText(known, { selector: "b" })).toBeVisible();
    }
  });

  it("has no past to show without work", async () => {
    answer("goalHistory", goalHistory({ firstAt: null, points: [] }));
    page();
    await showPast();
    expect(await screen.findByText(/no work yet, and so no past/)).toBeVisible();
  });
});

describe("an address", () => {
  it("opens the same view: instant, since when, open bar and filters", async () => {
    page("/goal/7?at=2026-11-01&from=2026-10-01&cause=finished&class=todo,active&unsized=1");
    await region("Issues under Finished");
    const [from, at] = ["2026-10-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"];
    expect(requestsOf("goalEvidence")).toEqual([{ goalId: "7", at }]);
    expect(requestsOf("goalLedger")).toEqual([{ goalId: "7", from, to: at }]);
    expect(requestsOf("evidenceItems")).toEqual([
      { goalId: "7", at, limit: 200, filter: { classes: ["active", "todo"], unsized: true } },
    ]);
  });

  it("is copied as the host writes it", async () => {
    onCommand("getUrl", () => "https://example.atlassian.net/jira/apps/1/2/goal/7?from=2026-10-01");
    const user = userEvent.setup();
    page("/goal/7?from=2026-10-01");
    await user.click(await screen.findByRole("button", { name: "Copy link" }));
    expect(await screen.findByText("Copied.")).toBeVisible();
    expect(asked.find(({ command }) => command === "getUrl")?.data).toEqual({
      target: "module",
      moduleKey: "goals-page",
      path: "/goal/7?from=2026-10-01",
    });
    expect(await navigator.clipboard.readText()).toMatch(/goal\/7\?from=2026-10-01$/);
  });
});

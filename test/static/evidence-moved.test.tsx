/** @jest-environment jsdom */
import { answer, requestsOf } from "./host";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { goalLedger, ledgerOf } from "./build/evidence";
import { page, region, resetEvidence } from "./evidence-page";

beforeEach(resetEvidence);

describe("what moved", () => {
  it("is told by cause with points that add up, and what had no part", async () => {
    page("/goal/7?from=2026-10-24");
    const moved = await region("What moved");
    await within(moved).findByText(/From 20.0 % to 29.4 %/);
    expect(moved).toHaveTextContent("+9.4 points");
    const bars = within(moved).getAllByRole("button", { expanded: false });
    expect(bars.map((bar) => bar.textContent)).toEqual([
      "Finished 2 issues+15.0 points",
      "Added to the scope 1 issue−8.6 points",
      "Removed from the scope 5 issues+3.0 points",
    ]);
    expect(moved).toHaveTextContent(/No part: reopened, dropped/);
    expect(screen.queryByText(/came from taking work out/)).not.toBeInTheDocument();
  });

  it("opens the issues under a bar, which add up to it, and keeps the bar in the address", async () => {
    const { history } = page("/goal/7?from=2026-10-24");
    await userEvent.click(await screen.findByRole("button", { name: /^Finished/ }));
    const under = await region("Issues under Finished");
    expect(
      within(under)
        .getAllByRole("row")
        .slice(1)
        .map((row) => row.textContent),
    ).toEqual([
      "PAY-1 Moved issue 1+10.0 points",
      "PAY-2 Moved issue 2+5.0 points",
      "Together+15.0 points",
    ]);
    expect(history.pushed).toEqual(["/goal/7?from=2026-10-24&cause=finished"]);
    await userEvent.click(within(under).getByRole("button", { name: "Show them among the items" }));
    expect(history.pushed.at(-1)).toBe(
      "/goal/7?from=2026-10-24&cause=finished&items=cause.finished",
    );
    await waitFor(() => {
      expect(requestsOf("evidenceItems").at(-1)).toMatchObject({
        filter: { issueIds: ["10001", "10002"] },
      });
    });
  });

  it("has hidden issues under a bar as one line", async () => {
    page("/goal/7?cause=removed");
    const under = await region("Issues under Removed from the scope");
    expect(under).toHaveTextContent("5 issues you may not see+3.0 points");
  });

  it("is not asked for before a person wants to know", async () => {
    page();
    const moved = await region("What moved");
    expect(moved).toHaveTextContent("Choose since when.");
    await screen.findByText("Together");
    expect(requestsOf("goalLedger")).toEqual([]);
    expect(requestsOf("goalHistory")).toEqual([]);
  });

  it("is asked since the chosen day", async () => {
    const { history } = page();
    await userEvent.click(await screen.findByRole("button", { name: "7 days" }));
    expect(history.pushed).toEqual(["/goal/7?from=2026-11-16"]);
    fireEvent.change(screen.getByLabelText("Since the day"), { target: { value: "2026-10-05" } });
    expect(history.pushed.at(-1)).toBe("/goal/7?from=2026-10-05");
    await waitFor(() => {
      expect(requestsOf("goalLedger")).toEqual(
        ["2026-11-16", "2026-10-05"].map((day) => ({
          goalId: "7",
          from: `${day}T00:00:00.000Z`,
        })),
      );
    });
  });

  it("warns of a rise that came from cutting the scope", async () => {
    answer("goalLedger", goalLedger({ ledger: ledgerOf({ cutScope: true }) }));
    page("/goal/7?from=2026-10-24");
    expect(await screen.findByText(/came from taking work out of the scope/)).toBeVisible();
  });

  it("says when there was no number at the start, and of which parts a weighted goal's ledger is", async () => {
    const none = { kind: "no-number", side: "start", why: "no-work" } as const;
    answer("goalLedger", goalLedger({ ledger: none }));
    const { unmount } = page("/goal/7?from=2026-10-24");
    expect(await screen.findByText(/There was no number at the start/)).toBeVisible();
    unmount();
    answer("goalLedger", goalLedger({ ledger: { kind: "weighted" } }));
    page("/goal/7?from=2026-10-24");
    expect(await screen.findByText(/weighted mean of its sub-goals; each/)).toBeVisible();
  });
});

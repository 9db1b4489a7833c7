/** @jest-environment jsdom */
import { answer, asked, fail, requestsOf } from "./host";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { GoalView } from "../../src/contract/goal";
import {
  evidence,
  evidenceItems,
  goalHistory,
  goalLedger,
  ledgerOf,
  replayed,
} from "./build/evidence";
import { goalLine, goalView } from "./build/goal";
import { epicItems, progress, withheld } from "./build/progress";
import { page, region, resetEvidence } from "./evidence-page";
import { violationsIn } from "./show";

beforeEach(resetEvidence);

describe("the rule spread", () => {
  it("shows each rule of the same work, and why one has no number", async () => {
    page();
    const spread = await region("What other rules say");
    expect(spread).toHaveTextContent("between 19.7 % and 75.0 % done");
    expect(within(spread).getByRole("row", { name: /Points with containers/ })).toHaveTextContent(
      "19.7 %",
    );
    expect(within(spread).getByRole("row", { name: /Original estimate/ })).toHaveTextContent(
      "no item has a size",
    );
    expect(within(spread).getByRole("row", { name: /this goal’s rule/ })).toHaveTextContent(
      /Story points.*29.4 %/,
    );
  });

  it("marks the number when it depends on the rule, and only then", async () => {
    page();
    expect(await screen.findByText("Depends on the rule")).toBeVisible();
  });

  it("does not mark a number on which the rules agree", async () => {
    const spread = { ...evidence().spread, values: [], lowest: 0.5, highest: 0.6 };
    answer("goalEvidence", evidence({ spread: { ...spread, dependsOnRule: false } }));
    page();
    expect(await screen.findByText(/agree within 15 points/)).toBeVisible();
    expect(screen.queryByText("Depends on the rule")).not.toBeInTheDocument();
  });
});

describe("how certain the number is", () => {
  it("tells what mending is worth, and opens exactly these issues in Jira", async () => {
    page();
    const certain = await region("How certain it is");
    expect(certain).toHaveTextContent(
      "Close the open sub-tasks of this issue: the band goes from 15.3 points to 8.5 points.",
    );
    const [first] = within(certain).getAllByRole("button", { name: "Open 1 issue in Jira" });
    await userEvent.click(first ?? certain);
    expect(asked.filter(({ command }) => command === "navigate")).toEqual([
      {
        command: "navigate",
        data: { url: "/issues/?jql=issuekey%20in%20(PAY-10)", type: "new-tab" },
      },
    ]);
  });

  it("takes the person to the issues of a defect among the items, and that stands in the address", async () => {
    const { history } = page();
    const certain = await region("How certain it is");
    const shows = within(certain).getAllByRole("button", { name: "Show among the items" });
    await userEvent.click(shows[1] ?? certain);
    expect(history.pushed).toEqual(["/goal/7?items=defect.unsized"]);
    await waitFor(() => {
      expect(requestsOf("evidenceItems").at(-1)).toEqual({
        goalId: "7",
        limit: 200,
        filter: { issueIds: ["10007"] },
      });
    });
  });

  it("splits more issues than one address holds", async () => {
    const issues = Array.from({ length: 250 }, (_, n) => ({
      issueId: String(n + 1),
      key: `PAY-${String(n + 1)}`,
    }));
    const bill = evidence().bill;
    if (bill?.kind !== "bill") throw new Error("the epic has a bill");
    const fix = { defect: "unsized", hidden: 6, count: 256, from: 0.4, to: 0.1 } as const;
    answer("goalEvidence", evidence({ bill: { ...bill, fixes: [{ ...fix, issues }] } }));
    page();
    expect(await screen.findByText(/Size these 256 issues/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Open 201–250 in Jira" }));
    const opened = JSON.stringify(asked.find(({ command }) => command === "navigate")?.data);
    expect(decodeURIComponent(opened).match(/PAY-\d+/g)).toHaveLength(50);
    expect(screen.getByText("6 issues you may not see")).toBeVisible();
  });
});

describe("a weighted goal", () => {
  it("shows the parts of its number in place of items that would add up", async () => {
    const number = progress().number;
    const combining: GoalView["combining"] = {
      kind: "weighted",
      own: { weight: 1, number },
      children: [
        { goalId: "8", weight: 3, number },
        { goalId: "9", weight: 1, number: { kind: "none", why: "no-work" } },
      ],
      hiddenChildren: 2,
    };
    answer(
      "getGoal",
      goalView({
        combining,
        children: [goalLine({ id: "8", title: "Edge cache for carts", parentId: "7" })],
      }),
    );
    answer(
      "goalEvidence",
      evidence({ combine: "weighted", spread: null, making: null, bill: null }),
    );
    page();
    const made = await region("How the number is made");
    expect(within(made).getByRole("row", { name: /Edge cache for carts/ })).toHaveTextContent(
      "329.4 %",
    );
    expect(made).toHaveTextContent("no number: left out");
    expect(made).toHaveTextContent("2 sub-goals that you may not see are part of the number too.");
    expect(await screen.findByText(/each sub-goal tells what makes it wide/)).toBeVisible();
    expect(screen.queryByRole("region", { name: "What other rules say" })).not.toBeInTheDocument();
  });
});

describe("when evidence cannot be had", () => {
  it("the number and the items stay, and it can be tried again", async () => {
    fail("goalEvidence");
    page();
    await screen.findByRole("alert");
    expect(screen.getByRole("region", { name: "How the number is made" })).toBeVisible();
    expect(await screen.findByRole("row", { name: /Together/ })).toBeVisible();
    answer("goalEvidence", evidence());
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await region("What other rules say")).toBeVisible();
  });

  it("nothing is asked of a goal without work", async () => {
    const none = progress({ number: { kind: "none", why: "no-work" }, classes: null, asOf: null });
    answer("getGoal", goalView({ line: goalLine({ progress: none }), links: [] }));
    page();
    await region("Linked work");
    expect(requestsOf("goalEvidence")).toEqual([]);
    expect(requestsOf("goalHistory")).toEqual([]);
    expect(screen.queryByText(/0 %/)).not.toBeInTheDocument();
  });
});

describe("somebody from whom a few items are hidden", () => {
  it("gets whole percent, no bill, no issues under bars, and is told why", async () => {
    const spread = {
      values: [{ rule: "points", value: 0.29, why: null }],
      lowest: 0.2,
      highest: 0.75,
      dependsOnRule: true,
    } as const;
    answer("getGoal", goalView({ line: goalLine({ progress: withheld }) }));
    answer(
      "goalEvidence",
      evidence({
        progress: withheld,
        making: null,
        bill: null,
        spread: { ...spread, values: [...spread.values] },
      }),
    );
    const entries = ledgerOf().entries.map((entry) => ({ ...entry, items: null, hidden: null }));
    answer(
      "goalLedger",
      goalLedger({ ledger: ledgerOf({ start: 0.2, end: 0.29, exact: false, entries }) }),
    );
    answer(
      "evidenceItems",
      evidenceItems({
        items: epicItems.map((item) => ({ ...item, contribution: null })),
        matching: null,
      }),
    );
    const points = goalHistory()
      .points.slice(-1)
      .map((point) => ({ ...point, headline: 0.29 }));
    answer("goalHistory", goalHistory({ points }));
    const { container } = page("/goal/7?cause=finished");
    await userEvent.click(await screen.findByRole("button", { name: "Show the past" }));
    await screen.findByRole("slider");
    expect(await screen.findByText(/what makes it wide is not shown/)).toBeVisible();
    expect(
      await screen.findByText(/points are whole, and the issues under each bar/),
    ).toBeVisible();
    expect(screen.getByText(/so these issues are not shown/)).toBeVisible();
    expect(await screen.findByText(/what each item brings is not shown/)).toBeVisible();
    expect(container).toHaveTextContent("29 % — of what?");
    expect(container).not.toHaveTextContent(/29\.\d %|\d\.\d points/);
    expect(screen.queryByText("Together")).not.toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });
});

it("has nothing that axe finds wrong, now and in the past", async () => {
  const { container, unmount } = page("/goal/7?cause=finished");
  await screen.findByText("Together", { selector: "th" });
  await userEvent.click(screen.getByRole("button", { name: "Show the past" }));
  await screen.findByRole("slider");
  expect(await violationsIn(container)).toEqual([]);
  unmount();
  answer("goalEvidence", evidence({ past: { ...replayed, byToday: [] } }));
  const again = page("/goal/7?at=2026-11-01");
  await screen.findByRole("button", { name: "Back to now" });
  expect(await violationsIn(again.container)).toEqual([]);
});

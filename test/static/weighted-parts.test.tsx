/** @jest-environment jsdom */
import { answer, onCommand, resetHost } from "./host";
import { screen, within } from "@testing-library/react";
import type { GoalView } from "../../src/contract/goal";
import type { ProgressNumber } from "../../src/contract/progress";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { answerEvidence } from "./answer-evidence";
import { goalLine, goalView } from "./build/goal";
import { historyAt } from "./history";
import { contextOf, show, violationsIn } from "./show";

type Weighted = Extract<GoalView["combining"], { kind: "weighted" }>;

const number: ProgressNumber = { kind: "value", headline: 0.5, low: 0.4, high: 0.6, exact: true };
const nothing: ProgressNumber = { kind: "none", why: "no-work" };

const weighted = async (change: Partial<Weighted> = {}) => {
  const combining: Weighted = {
    kind: "weighted",
    own: { weight: 1, number },
    children: [
      { goalId: "8", weight: 3, number },
      { goalId: "9", weight: 5, number: nothing },
      { goalId: "10", weight: 0, number },
    ],
    hiddenChildren: 0,
    ...change,
  };
  const children = [
    goalLine({ id: "8", title: "Edge cache", parentId: "7" }),
    goalLine({ id: "9", title: "New till", parentId: "7" }),
    goalLine({ id: "10", title: "Trial", parentId: "7" }),
  ];
  answer("getGoal", goalView({ combining, children }));
  onCommand("createHistory", () => historyAt("/goal/7"));
  const shown = show(<GoalsPage context={contextOf("goals-page")} />);
  const table = await screen.findByRole("table", { name: /^The weighted mean of its parts/ });
  const cellsOf = (name: RegExp) =>
    within(within(table).getByRole("row", { name }))
      .getAllByRole("cell")
      .map(({ textContent }) => textContent);
  return { ...shown, table, cellsOf };
};

beforeEach(() => {
  resetHost();
  answerEvidence();
});

describe("the parts of a weighted goal", () => {
  it("show their weight, their number and their share in the mean", async () => {
    const { container, cellsOf } = await weighted();
    expect(cellsOf(/^Its own links/)).toEqual(["1", "50.0 % · 40.0–60.0 %", "25 %"]);
    expect(cellsOf(/^Edge cache/)).toEqual(["3", "50.0 % · 40.0–60.0 %", "75 %"]);
    expect(await violationsIn(container)).toEqual([]);
  });

  it("name what is left out and why", async () => {
    const { cellsOf } = await weighted();
    expect(cellsOf(/^New till/)).toEqual(["5", "no number: left out, no work linked", "none"]);
    expect(cellsOf(/^Trial/)).toEqual(["0", "50.0 % · 40.0–60.0 %: left out, weighs 0", "none"]);
  });

  it("have no shares beside parts that the viewer may not see", async () => {
    const { table } = await weighted({ hiddenChildren: 1 });
    expect(within(table).queryByRole("columnheader", { name: "Share" })).not.toBeInTheDocument();
    expect(
      screen.getByText("1 sub-goal that you may not see is part of the number too."),
    ).toBeVisible();
  });

  it("are not said to be counted item by item", async () => {
    await weighted();
    expect(screen.getByText(/is the mean of theirs by weight/)).toBeVisible();
    expect(screen.queryByText(/Their items are counted above/)).not.toBeInTheDocument();
  });
});

/** @jest-environment jsdom */
import { answer, anyKey, fail, onCommand, refuse, requestsOf, resetHost } from "./host";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { answerEvidence } from "./answer-evidence";
import { evidence } from "./build/evidence";
import { goalLine, goalView } from "./build/goal";
import { noWork, progress } from "./build/progress";
import { historyAt } from "./history";
import { contextOf, show, violationsIn } from "./show";

const page = () => show(<GoalsPage context={contextOf("goals-page")} />);

const tree = [
  goalLine({ id: "1", title: "Faster, safer checkout" }),
  goalLine({ id: "2", title: "Cut checkout p95", parentId: "1" }),
  goalLine({ id: "3", title: "Edge cache for carts", parentId: "2", progress: noWork }),
  goalLine({ id: "4", title: "Trustworthy platform", state: "candidate" }),
];

const focused = () => document.activeElement?.textContent ?? "";

beforeEach(() => {
  resetHost();
  answer("listGoals", { goals: tree, mayCreate: true });
  answer("getGoal", goalView());
  answerEvidence();
});

describe("the list", () => {
  it("is a tree of all goals with their numbers", async () => {
    onCommand("createHistory", () => historyAt("/"));
    const { container } = page();
    const lines = await screen.findAllByRole("treeitem");
    expect(lines.map((line) => line.getAttribute("aria-level"))).toEqual(["1", "2", "3", "1"]);
    expect(lines[2]).toHaveTextContent(/Edge cache for carts.*No work linked yet/);
    expect(screen.getByText("Numbers as of 23 Nov 2026, 09:40 UTC")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
  });

  it("is worked with the arrow keys, and Enter goes to the goal", async () => {
    onCommand("createHistory", () => historyAt("/"));
    page();
    await screen.findAllByRole("treeitem");
    const user = userEvent.setup();
    act(() => {
      screen.getAllByRole("treeitem")[0]?.focus();
    });
    await user.keyboard("{ArrowDown}");
    expect(focused()).toContain("Cut checkout p95");
    await user.keyboard("{ArrowLeft}");
    expect(screen.getAllByRole("treeitem")).toHaveLength(3);
    expect(screen.getByRole("treeitem", { name: /Cut checkout/ })).toHaveAttribute(
      "aria-expanded",
      "false",
    );
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(focused()).toContain("Edge cache");
    await user.keyboard("{ArrowLeft}");
    expect(focused()).toContain("Cut checkout p95");
    await user.keyboard("{End}");
    expect(focused()).toContain("Trustworthy platform");
    await user.keyboard("{Home}{Enter}");
    await waitFor(() => {
      expect(requestsOf("getGoal")).toEqual([{ goalId: "1" }]);
    });
  });

  it("is one stop of the Tab key", async () => {
    onCommand("createHistory", () => historyAt("/"));
    page();
    const lines = await screen.findAllByRole("treeitem");
    expect(lines.filter((line) => line.getAttribute("tabindex") === "0")).toHaveLength(1);
  });

  it("filters by title and says when nothing is left", async () => {
    onCommand("createHistory", () => historyAt("/"));
    page();
    await screen.findAllByRole("treeitem");
    const filter = screen.getByRole("textbox", { name: "Filter by title" });
    await userEvent.type(filter, "CACHE");
    expect(screen.getAllByRole("treeitem")).toHaveLength(1);
    await userEvent.type(filter, "x");
    expect(screen.getByText("No goal has “CACHEx” in its title.")).toBeVisible();
  });

  it("asks for archived goals only when they are wanted", async () => {
    onCommand("createHistory", () => historyAt("/"));
    page();
    await userEvent.click(await screen.findByRole("checkbox", { name: "Show archived goals" }));
    await waitFor(() => {
      expect(requestsOf("listGoals")).toEqual([
        { includeArchived: false },
        { includeArchived: true },
      ]);
    });
  });

  it("says what to do when there is no goal, and offers creating only to those who may", async () => {
    onCommand("createHistory", () => historyAt("/"));
    answer("listGoals", { goals: [], mayCreate: false });
    page();
    expect(await screen.findByText("No goals yet")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Create goal" })).not.toBeInTheDocument();
  });

  it("offers to try again after a failure", async () => {
    onCommand("createHistory", () => historyAt("/"));
    fail("listGoals");
    page();
    await screen.findByRole("alert");
    answer("listGoals", { goals: tree, mayCreate: true });
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findAllByRole("treeitem")).toHaveLength(4);
  });
});

describe("a goal", () => {
  it("is shown by its address without asking for the list", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    const { container } = page();
    expect(
      await screen.findByRole("heading", {
        name: "29.4 % — of what? Cut checkout p95 below 300 ms",
      }),
    ).toBeVisible();
    expect(requestsOf("listGoals")).toEqual([]);
    await screen.findByText("Together");
    expect(await violationsIn(container)).toEqual([]);
  });

  it("shows how its number is made", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    page();
    const made = await screen.findByRole("region", { name: "How the number is made" });
    expect(made).toHaveTextContent("between 15.9 and 31.3 %");
    expect(made).toHaveTextContent("5 of 8 items done, counted by story points");
    expect(made).toHaveTextContent("10 of 34");
  });

  it("leads to the goals above and back to all goals, in the address too", async () => {
    const history = historyAt("/goal/7");
    onCommand("createHistory", () => history);
    answer("getGoal", goalView({ parents: [{ id: "1", title: "Faster, safer checkout" }] }));
    page();
    await userEvent.click(await screen.findByRole("button", { name: "Faster, safer checkout" }));
    expect(history.pushed).toEqual(["/goal/1"]);
    expect(await screen.findByRole("heading", { name: /of what/ })).toHaveFocus();
    await userEvent.click(await screen.findByRole("button", { name: "All goals" }));
    expect(await screen.findByRole("tree", { name: "Goals" })).toBeVisible();
    expect(history.pushed).toEqual(["/goal/1", "/"]);
    expect(screen.getByRole("heading", { name: "Goals" })).toHaveFocus();
  });

  it("follows the browser's back button", async () => {
    const history = historyAt("/goal/7");
    onCommand("createHistory", () => history);
    page();
    await screen.findByRole("heading", { name: /of what/ });
    act(() => {
      history.move("/");
    });
    expect(await screen.findByRole("tree", { name: "Goals" })).toBeVisible();
  });

  it("offers no change to a person who may not make one", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    answer("getGoal", goalView({ line: goalLine({ mayEdit: false }) }));
    page();
    expect(await screen.findByText(/Only its owner or a Jira administrator/)).toBeVisible();
    for (const name of ["Edit", "Move under…", "Add sub-goal", "Archive", "Link issues"]) {
      expect(screen.queryByRole("button", { name })).not.toBeInTheDocument();
    }
    expect(screen.getByRole("button", { name: "Recompute" })).toBeVisible();
  });

  it("offers an archived goal only to be restored", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    answer("getGoal", goalView({ line: goalLine({ archived: true }) }));
    answer("archiveGoal", { goalId: "7", version: 5 });
    page();
    await userEvent.click(await screen.findByRole("button", { name: "Restore" }));
    expect(requestsOf("archiveGoal")).toEqual([
      { key: anyKey, goalId: "7", version: 4, archived: false },
    ]);
    expect(screen.queryByRole("button", { name: "Edit" })).not.toBeInTheDocument();
  });

  it("shows the newer number and its own list after a recomputation", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    answer("recomputeGoal", { goalId: "7" });
    page();
    await screen.findByText("Together");
    const asOf = "2026-11-23T10:00:00.000Z";
    const newer = progress({ asOf });
    answer("getGoal", goalView({ line: goalLine({ progress: newer }) }));
    answer("goalEvidence", evidence({ progress: newer }));
    await userEvent.click(screen.getByRole("button", { name: "Recompute" }));
    expect(await screen.findByText("As of 23 Nov 2026, 10:00 UTC")).toBeVisible();
    await waitFor(() => {
      expect(requestsOf("evidenceItems").length).toBeGreaterThan(1);
    });
  });

  it("does not name a goal that the viewer may not see", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    refuse("getGoal", "no-such-goal");
    page();
    expect(await screen.findByText(/does not exist, or you may not see it/)).toBeVisible();
  });

  it("moves under another goal, and says why it cannot", async () => {
    onCommand("createHistory", () => historyAt("/goal/7"));
    answer("searchGoals", {
      goals: [
        { ...goalLine(), id: "7", parentTitle: null },
        { ...goalLine(), id: "2", title: "Below it", parentTitle: null },
      ],
    });
    refuse("moveGoal", "parent-cycle", { field: "parentId" });
    page();
    await userEvent.click(await screen.findByRole("button", { name: "Move under…" }));
    const dialog = screen.getByRole("dialog");
    await userEvent.click(within(dialog).getByRole("combobox"));
    const options = await within(dialog).findAllByRole("option");
    expect(options).toHaveLength(1);
    await userEvent.click(within(dialog).getByRole("option", { name: /Below it/ }));
    expect(await within(dialog).findByRole("alert")).toHaveTextContent(/under itself/);
    expect(requestsOf("moveGoal")).toMatchObject([{ goalId: "7", version: 4, parentId: "2" }]);
  });
});

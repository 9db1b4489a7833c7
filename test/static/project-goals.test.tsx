/** @jest-environment jsdom */
import { answer, asked, fail, refuse, requestsOf, resetHost } from "./host";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import ProjectGoals from "../../static/surfaces/project-goals/project-goals";
import { goalLine } from "./build/goal";
import { withheld } from "./build/progress";
import { contextOf, show, violationsIn } from "./show";

const panel = () =>
  show(
    <ProjectGoals context={contextOf("project-goals", { project: { id: "10000", key: "PAY" } })} />,
  );

beforeEach(resetHost);

it("shows each goal here and overall, and how much of the work serves a goal", async () => {
  answer("projectGoals", {
    goals: [{ goal: goalLine(), itemsHere: 4, doneHere: 3 }],
    connected: { serving: 42, known: 100 },
    mayCreate: false,
  });
  const { container } = panel();
  expect(await screen.findByText("29.4 % · 15.9–31.3 % · Ines Okafor")).toBeVisible();
  expect(screen.getByText("Here 3 of 4 items done")).toBeVisible();
  expect(screen.getByText("Numbers as of 23 Nov 2026, 09:40 UTC")).toBeVisible();
  expect(screen.getByText(/serves a goal/)).toHaveTextContent(/42 %.*42 of 100/);
  expect(screen.queryByRole("button", { name: "Create goal" })).not.toBeInTheDocument();
  expect(requestsOf("projectGoals")).toEqual([{ projectId: "10000" }]);
  expect(await violationsIn(container)).toEqual([]);
});

it("shows a number in whole percent when a few of its items are hidden", async () => {
  answer("projectGoals", {
    goals: [{ goal: goalLine({ progress: withheld }), itemsHere: 4, doneHere: 3 }],
    connected: null,
    mayCreate: false,
  });
  panel();
  expect(await screen.findByText("29 % · 16–31 % · Ines Okafor")).toBeVisible();
});

it("says how far the work of a goal is read", async () => {
  const reading = { kind: "reading", read: 312, about: null, pause: null } as const;
  const goal = goalLine({ progress: { ...goalLine().progress, reading } });
  const goals = [{ goal, itemsHere: 4, doneHere: 3 }];
  answer("projectGoals", { goals, connected: null, mayCreate: false });
  panel();
  expect(await screen.findByText("Being read: 312 issues so far.")).toBeVisible();
});

it("says what to do when no goal uses the project's work, and opens the goal that is created", async () => {
  answer("projectGoals", { goals: [], connected: null, mayCreate: true });
  answer("createGoal", { goalId: "55", version: 1 });
  panel();
  expect(await screen.findByText("No goal uses work of this project yet")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: "Create goal" }));
  await userEvent.type(await screen.findByRole("textbox", { name: "Title" }), "Faster search");
  const form = within(screen.getByRole("dialog"));
  await userEvent.click(form.getByRole("button", { name: "Create goal" }));
  await waitFor(() => {
    expect(asked).toContainEqual({
      command: "navigate",
      data: { target: "module", moduleKey: "goals-page", path: "/goal/55", type: "same-tab" },
    });
  });
});

it("says that the person may not see it", async () => {
  refuse("projectGoals", "not-allowed");
  panel();
  expect(await screen.findByText(/Only the goal's owner or a Jira administrator/)).toBeVisible();
});

it("offers to try again after a failure", async () => {
  fail("projectGoals");
  panel();
  expect(await screen.findByRole("button", { name: "Try again" })).toBeVisible();
});

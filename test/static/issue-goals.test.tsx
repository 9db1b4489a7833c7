/** @jest-environment jsdom */
import { answer, anyKey, asked, emit, fail, refuse, reply, requestsOf, resetHost } from "./host";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { IssueGoals as Found } from "../../src/contract/places";
import IssueGoals from "../../static/surfaces/issue-goals/issue-goals";
import { goalChoice, goalLine } from "./build/goal";
import { contextOf, show, violationsIn } from "./show";

type Served = Found["goals"][number];

const direct = { kind: "direct", linkId: "39", descendants: false } as const;

const served = (change: Partial<Served> = {}): Served => ({
  goal: goalLine(),
  paths: [direct],
  finishingAdds: 8 / 34,
  ...change,
});

const found = (...goals: Served[]): Found => ({ goals, mayCreate: true });

const panel = () =>
  show(<IssueGoals context={contextOf("issue-goals", { issue: { id: "10005", key: "PAY-5" } })} />);

beforeEach(() => {
  resetHost();
  answer("searchGoals", {
    goals: [goalChoice(), goalChoice({ id: "10", title: "Not mine", mayEdit: false })],
  });
  answer("linkIssue", { goalId: "8", linkId: "77" });
  answer("unlink", { goalId: "7" });
});

it("shows each goal with its number, the paths to it and what finishing the issue adds", async () => {
  answer(
    "issueGoals",
    found(
      served({ paths: [direct, { kind: "ancestor", issueKey: "PAY-100", linkId: "31" }] }),
      served({
        goal: goalLine({ id: "8", title: "Halve on-call pages" }),
        paths: [{ kind: "rule", jql: "labels = latency", linkId: "32" }],
        finishingAdds: null,
      }),
    ),
  );
  const { container } = panel();
  const first = await screen.findByRole("region", { name: "Cut checkout p95 below 300 ms" });
  expect(first).toHaveTextContent("29.4 % · 15.9–31.3 %");
  expect(first).toHaveTextContent("Linked directly");
  expect(first).toHaveTextContent("Through PAY-100");
  expect(first).toHaveTextContent("Finishing this issue moves the goal by 23.5 percentage points.");
  const second = screen.getByRole("region", { name: "Halve on-call pages" });
  expect(second).toHaveTextContent("By the rule labels = latency");
  expect(within(second).queryByRole("button", { name: /Unlink/ })).not.toBeInTheDocument();
  await screen.findByRole("combobox");
  expect(screen.getByText("Numbers as of 23 Nov 2026, 09:40 UTC")).toBeVisible();
  expect(await violationsIn(container)).toEqual([]);
});

it("shows a hidden sub-goal or parent as a path without a name", async () => {
  answer(
    "issueGoals",
    found(
      served({
        paths: [
          { kind: "sub-goal", title: null },
          { kind: "ancestor", issueKey: null, linkId: "31" },
        ],
      }),
    ),
  );
  panel();
  expect(await screen.findByText("Through a sub-goal")).toBeVisible();
  expect(screen.getByText("Through a parent issue")).toBeVisible();
});

it("shows the first three goals, and the others when asked", async () => {
  answer(
    "issueGoals",
    found(
      ...["1", "2", "3", "4", "5"].map((id) =>
        served({ goal: goalLine({ id, title: `Goal ${id}` }) }),
      ),
    ),
  );
  panel();
  await screen.findByRole("region", { name: "Goal 3" });
  expect(screen.queryByRole("region", { name: "Goal 4" })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("button", { name: "Show 2 more" }));
  expect(screen.getByRole("region", { name: "Goal 5" })).toBeVisible();
});

it("links the issue to a goal that may be changed, says so, and takes it back", async () => {
  answer("issueGoals", found());
  panel();
  await userEvent.type(
    await screen.findByRole("combobox", { name: "Link another goal" }),
    "ledger",
  );
  await screen.findByText("1 found.");
  expect(screen.queryByRole("option", { name: /Not mine/ })).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole("option", { name: /Migrate billing/ }));
  expect(await screen.findByText("Linked to Migrate billing to the new ledger")).toBeVisible();
  expect(requestsOf("linkIssue")).toEqual([
    { key: anyKey, goalId: "8", issueKey: "PAY-5", descendants: true },
  ]);
  expect(requestsOf("issueGoals").length).toBeGreaterThan(1);
  await userEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Unlinked from Migrate billing to the new ledger")).toBeVisible();
  expect(requestsOf("unlink")).toEqual([{ key: anyKey, goalId: "8", linkId: "77" }]);
});

it("unlinks, and undoing links the issue as it was", async () => {
  answer("issueGoals", found(served()));
  panel();
  await userEvent.click(
    await screen.findByRole("button", { name: "Unlink from Cut checkout p95 below 300 ms" }),
  );
  await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
  await waitFor(() => {
    expect(requestsOf("linkIssue")).toEqual([
      { key: anyKey, goalId: "7", issueKey: "PAY-5", descendants: false },
    ]);
  });
});

it("offers no unlinking of a goal that may not be changed", async () => {
  answer("issueGoals", found(served({ goal: goalLine({ mayEdit: false }) })));
  panel();
  await screen.findByText("Linked directly");
  expect(screen.queryByRole("button", { name: /Unlink/ })).not.toBeInTheDocument();
});

it("says why linking was refused", async () => {
  answer("issueGoals", found());
  refuse("linkIssue", "not-allowed");
  panel();
  await userEvent.click(await screen.findByRole("combobox"));
  await userEvent.click(await screen.findByRole("option", { name: /Migrate billing/ }));
  expect(await screen.findByRole("alert")).toHaveTextContent(/Only the goal's owner/);
});

it("tries the same write again with the same key, so that it is not done twice", async () => {
  answer("issueGoals", found(served()));
  fail("unlink");
  panel();
  const unlink = await screen.findByRole("button", { name: /Unlink from/ });
  await userEvent.click(unlink);
  expect(await screen.findByRole("alert")).toHaveTextContent(/did not get an answer/);
  answer("unlink", { goalId: "7" });
  await userEvent.click(unlink);
  await screen.findByText(/Unlinked from/);
  const keys = requestsOf("unlink").map((request) => JSON.stringify(request));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

it("creates a goal and links the issue to it", async () => {
  answer("issueGoals", found());
  answer("createGoal", { goalId: "55", version: 1 });
  panel();
  await userEvent.click(
    await screen.findByRole("button", { name: "Create a goal for this issue" }),
  );
  await userEvent.type(await screen.findByRole("textbox", { name: "Title" }), "Faster search");
  await userEvent.click(screen.getByRole("button", { name: "Create goal" }));
  await waitFor(() => {
    expect(requestsOf("linkIssue")).toMatchObject([{ goalId: "55", issueKey: "PAY-5" }]);
  });
  expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
});

it("asks again when Jira says that this issue has changed", async () => {
  answer("issueGoals", found());
  panel();
  await screen.findByText("This issue serves no goal yet.");
  answer("issueGoals", found(served()));
  act(() => {
    emit("JIRA_ISSUE_CHANGED", { issueId: "10999" });
  });
  expect(requestsOf("issueGoals")).toHaveLength(1);
  act(() => {
    emit("JIRA_ISSUE_CHANGED", { issueId: "10005" });
  });
  expect(await screen.findByText("Linked directly")).toBeVisible();
});

it("asks again by itself while a goal is being read, and stops then", async () => {
  const reading = { kind: "queued", pause: null } as const;
  const queued = goalLine({ progress: { ...goalLine().progress, reading } });
  const answers = [found(served({ goal: queued })), found(served())];
  reply("issueGoals", () => ({ ok: true, value: answers.shift() ?? found(served()) }));
  panel();
  expect(await screen.findByText("Waiting to be read.")).toBeVisible();
  await waitFor(
    () => {
      expect(requestsOf("issueGoals")).toHaveLength(2);
    },
    { timeout: 4000 },
  );
});

it("opens a goal on the Goals page", async () => {
  answer("issueGoals", found(served()));
  panel();
  await userEvent.click(
    await screen.findByRole("button", { name: "Cut checkout p95 below 300 ms" }),
  );
  expect(asked).toContainEqual({
    command: "navigate",
    data: { target: "module", moduleKey: "goals-page", path: "/goal/7", type: "same-tab" },
  });
});

it("says when Jira did not name the issue", () => {
  show(<IssueGoals context={contextOf("issue-goals")} />);
  expect(screen.getByRole("alert")).toHaveTextContent("Jira did not say which issue this is.");
});

/** @jest-environment jsdom */
import { answer, onCommand, requestsOf, resetHost } from "./host";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { answerEvidence } from "./answer-evidence";
import { goalView } from "./build/goal";
import { progress } from "./build/progress";
import { historyAt } from "./history";
import { contextOf, show } from "./show";

async function form(): Promise<void> {
  onCommand("createHistory", () => historyAt("/goal/7"));
  show(<GoalsPage context={contextOf("goals-page")} />);
  await userEvent.click(await screen.findByRole("button", { name: "Edit" }));
  await screen.findByRole("dialog", { name: "Edit goal" });
}

const sent = () => requestsOf("editGoal").at(-1);

beforeEach(() => {
  resetHost();
  answer("getGoal", goalView());
  answer("editGoal", { goalId: "7", version: 5 });
  answer("searchPeople", { people: [] });
  answerEvidence();
});

it("a goal becomes the weighted mean of its parts, and keeps its other choices", async () => {
  await form();
  await userEvent.click(screen.getByText("Sub-goals and weights"));
  await userEvent.selectOptions(
    screen.getByLabelText("Its number is"),
    "The weighted mean of its parts",
  );
  await userEvent.type(screen.getByLabelText("Weight of its own links"), "0");
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => {
    expect(sent()).toMatchObject({
      goal: { combine: "weighted", ownWeight: 10, weight: 1, rule: "points" },
    });
  });
});

it("a weighted goal is edited with the weights it has", async () => {
  const { number } = progress();
  answer(
    "getGoal",
    goalView({
      weight: 3,
      combining: {
        kind: "weighted",
        own: { weight: 2, number },
        children: [],
        hiddenChildren: 0,
      },
    }),
  );
  await form();
  expect(screen.getByLabelText("Weight of its own links")).toHaveValue(2);
  expect(screen.getByLabelText("Weight in a weighted parent")).toHaveValue(3);
});

it("a weight that is no whole number is refused beside its field, and nothing is sent", async () => {
  await form();
  await userEvent.click(screen.getByText("Sub-goals and weights"));
  const weight = screen.getByLabelText("Weight in a weighted parent");
  await userEvent.clear(weight);
  await userEvent.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("A whole number from 0 to 1000.")).toBeVisible();
  expect(weight).toBeInvalid();
  expect(sent()).toBeUndefined();
});

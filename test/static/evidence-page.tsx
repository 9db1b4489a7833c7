import { answer, onCommand, resetHost } from "./host";
import { screen, waitFor, within } from "@testing-library/react";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { answerEvidence } from "./answer-evidence";
import { goalLine, goalView } from "./build/goal";
import { historyAt } from "./history";
import { contextOf, show } from "./show";

/** A host that answers all about the ten-issue epic of product.md. */
export function resetEvidence(): void {
  resetHost();
  answer("listGoals", { goals: [goalLine()], mayCreate: true });
  answer("getGoal", goalView());
  answerEvidence();
}

/** The Goals page at an address. */
export function page(path = "/goal/7") {
  const history = historyAt(path);
  onCommand("createHistory", () => history);
  return { history, ...show(<GoalsPage context={contextOf("goals-page")} />) };
}

/** A part of the page, once what it waits for is there. */
export async function region(name: string): Promise<HTMLElement> {
  await waitFor(() => {
    const waits = within(screen.getByRole("region", { name })).queryByRole("status", {
      name: "Loading",
    });
    expect(waits).not.toBeInTheDocument();
  });
  return screen.getByRole("region", { name });
}

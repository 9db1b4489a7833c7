/** @jest-environment jsdom */
import { answer, anyKey, onCommand, refuse, requestsOf, resetHost } from "./host";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { issueKeysIn } from "../../static/surfaces/goals-page/issue-keys";
import { goalView, issueLink, ruleLink } from "./build/goal";
import { answerEvidence } from "./answer-evidence";
import { historyAt } from "./history";
import { contextOf, show, violationsIn } from "./show";

const page = () => show(<GoalsPage context={contextOf("goals-page")} />);
const open = async (name: string) => {
  page();
  await userEvent.click(await screen.findByRole("button", { name }));
};

beforeEach(() => {
  resetHost();
  onCommand("createHistory", () => historyAt("/goal/7"));
  answer("getGoal", goalView());
  answerEvidence();
  answer("linkRule", { goalId: "7", linkId: "90" });
  answer("previewRule", { approximateCount: 42 });
});

describe("linked work", () => {
  it("says how each link joins the goal and how much it brings", async () => {
    answer(
      "getGoal",
      goalView({
        links: [
          issueLink(),
          issueLink({
            id: "35",
            descendants: false,
            issueKey: null,
            issueTitle: null,
            issueId: null,
            brings: null,
          }),
          ruleLink({ broken: "The value 'PAY' does not exist for the field 'project'." }),
        ],
      }),
    );
    page();
    const links = await screen.findByRole("region", { name: "Linked work" });
    expect(links).toHaveTextContent("PAY-100 Faster checkout");
    expect(links).toHaveTextContent("with everything below it · brings 10 issues");
    expect(links).toHaveTextContent("An issue you may not see");
    expect(links).toHaveTextContent("only this issue");
    expect(links).toHaveTextContent("its last members are kept: The value 'PAY' does not exist");
  });

  it("is unlinked by its own button", async () => {
    answer("unlink", { goalId: "7" });
    await open("Unlink PAY-100");
    expect(requestsOf("unlink")).toEqual([{ key: anyKey, goalId: "7", linkId: "31" }]);
  });
});

describe("a rule", () => {
  it("says while it is typed how many issues it finds, and is linked", async () => {
    await open("Link by JQL rule");
    const field = screen.getByRole("textbox", { name: "JQL" });
    await userEvent.type(field, "labels = latency");
    expect(await screen.findByText("Finds about 42 issues that you can see")).toBeVisible();
    expect(requestsOf("previewRule")).toEqual([{ jql: "labels = latency" }]);
    expect(await violationsIn(document.body)).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Link rule" }));
    await waitFor(() => {
      expect(requestsOf("linkRule")).toEqual([
        { key: anyKey, goalId: "7", jql: "labels = latency", descendants: false },
      ]);
    });
    expect(screen.queryByRole("textbox", { name: "JQL" })).not.toBeInTheDocument();
  });

  it("that Jira does not accept shows Jira's own words at the field", async () => {
    const words = "Field 'labls' does not exist or you do not have permission to view it.";
    refuse("previewRule", "bad-jql", { detail: words });
    await open("Link by JQL rule");
    const field = screen.getByRole("textbox", { name: "JQL" });
    await userEvent.type(field, "labls = x");
    await waitFor(() => {
      expect(field).toHaveAccessibleDescription(words);
    });
    expect(field).toBeInvalid();
  });

  it("is not linked while it is empty", async () => {
    await open("Link by JQL rule");
    await userEvent.click(screen.getByRole("button", { name: "Link rule" }));
    expect(screen.getByRole("textbox", { name: "JQL" })).toHaveAccessibleDescription(
      /Type the JQL/,
    );
    expect(requestsOf("linkRule")).toEqual([]);
  });
});

describe("many issues at once", () => {
  it("are linked from any text, and what was not found stays in the field", async () => {
    answer("linkIssues", {
      linked: ["PAY-1", "PAY-2"],
      alreadyLinked: ["PAY-3"],
      notFound: ["PAY-9"],
    });
    await open("Link issues");
    const field = screen.getByRole("textbox", { name: "Issue keys" });
    await userEvent.click(field);
    await userEvent.paste("pay-1, PAY-2\nhttps://example.atlassian.net/browse/PAY-3 PAY-9 PAY-1");
    await userEvent.click(screen.getByRole("button", { name: "Link" }));
    expect(await screen.findByText("Linked 2; already linked: PAY-3.")).toBeVisible();
    expect(screen.getByText(/Not found, or not visible to you: PAY-9/)).toBeVisible();
    expect(field).toHaveValue("PAY-9");
    expect(requestsOf("linkIssues")).toEqual([
      {
        key: anyKey,
        goalId: "7",
        issueKeys: ["PAY-1", "PAY-2", "PAY-3", "PAY-9"],
        descendants: true,
      },
    ]);
  });

  it("need at least one key", async () => {
    await open("Link issues");
    await userEvent.type(screen.getByRole("textbox", { name: "Issue keys" }), "the search work");
    await userEvent.click(screen.getByRole("button", { name: "Link" }));
    expect(screen.getByRole("alert")).toHaveTextContent(/There is no issue key in this text/);
    expect(requestsOf("linkIssues")).toEqual([]);
  });

  it("are at most 500", async () => {
    await open("Link issues");
    const keys = Array.from({ length: 501 }, (_, index) => `PAY-${String(index + 1)}`);
    await userEvent.click(screen.getByRole("textbox", { name: "Issue keys" }));
    await userEvent.paste(keys.join(" "));
    await userEvent.click(screen.getByRole("button", { name: "Link" }));
    expect(screen.getByRole("alert")).toHaveTextContent("At most 500 keys at once; these are 501.");
  });
});

it("finds keys in lists, sentences and addresses, each once", () => {
  expect(
    issueKeysIn("See PAY-1; pay-1, (OPS_2-30) and x/browse/WEB-7?focus=1 or v1-0 PAY-").keys,
  ).toEqual(["PAY-1", "OPS_2-30", "WEB-7"]);
  expect(issueKeysIn("one PAY-1").others).toEqual(["one"]);
});

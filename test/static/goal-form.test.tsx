/** @jest-environment jsdom */
import { answer, anyKey, fail, onCommand, refuse, reply, requestsOf, resetHost } from "./host";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalsPage from "../../static/surfaces/goals-page/goals-page";
import { goalLine, goalView } from "./build/goal";
import { answerEvidence } from "./answer-evidence";
import { historyAt } from "./history";
import { contextOf, show, violationsIn } from "./show";

const page = (pathname: string) => {
  onCommand("createHistory", () => historyAt(pathname));
  return show(<GoalsPage context={contextOf("goals-page")} />);
};

const dialog = () => screen.getByRole("dialog");

const newGoal = async () => {
  page("/");
  await userEvent.click(await screen.findByRole("button", { name: "Create goal" }));
  await screen.findByRole("dialog", { name: "New goal" });
};

const editGoal = async () => {
  page("/goal/7");
  await userEvent.click(await screen.findByRole("button", { name: "Edit" }));
  await screen.findByRole("dialog", { name: "Edit goal" });
};

beforeEach(() => {
  resetHost();
  answer("listGoals", { goals: [goalLine()], mayCreate: true });
  answer("getGoal", goalView());
  answerEvidence();
  answer("createGoal", { goalId: "55", version: 1 });
  answer("editGoal", { goalId: "7", version: 5 });
  answer("searchPeople", { people: [{ accountId: "mia", name: "Mia Chen" }] });
});

describe("a new goal", () => {
  it("is created with what was typed, owned by the person who makes it, and opened", async () => {
    await newGoal();
    const user = userEvent.setup();
    await user.type(within(dialog()).getByRole("textbox", { name: "Title" }), "  Faster search ");
    await user.type(within(dialog()).getByRole("textbox", { name: "Why" }), "People wait.");
    await user.selectOptions(
      within(dialog()).getByRole("combobox", { name: "Counted by" }),
      "Story points",
    );
    await user.type(within(dialog()).getByLabelText("Start date"), "2026-12-01");
    await user.type(within(dialog()).getByLabelText("Target date"), "2027-03-31");
    expect(await violationsIn(document.body)).toEqual([]);
    await user.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    await waitFor(() => {
      expect(requestsOf("createGoal")).toEqual([
        {
          key: anyKey,
          goal: {
            title: "Faster search",
            why: "People wait.",
            owner: "ines",
            state: "committed",
            rule: "points",
            countSubTasks: false,
            startDay: "2026-12-01",
            targetDay: "2027-03-31",
            parentId: null,
          },
        },
      ]);
    });
    await waitFor(() => {
      expect(requestsOf("getGoal")).toEqual([{ goalId: "55" }]);
    });
  });

  it("may belong to somebody else, found by name, or to nobody", async () => {
    await newGoal();
    const user = userEvent.setup();
    await user.type(within(dialog()).getByRole("textbox", { name: "Title" }), "Faster search");
    await user.click(within(dialog()).getByRole("button", { name: "Change owner" }));
    await user.type(within(dialog()).getByRole("combobox", { name: "Owner" }), "mia");
    await user.click(await within(dialog()).findByRole("option", { name: "Mia Chen" }));
    expect(within(dialog()).getByText("Mia Chen")).toBeVisible();
    await user.click(within(dialog()).getByRole("button", { name: "Change owner" }));
    await user.click(within(dialog()).getByRole("button", { name: "No owner" }));
    expect(within(dialog()).getByText("Nobody")).toBeVisible();
    await user.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    await waitFor(() => {
      expect(requestsOf("createGoal")).toMatchObject([{ goal: { owner: null } }]);
    });
  });

  it("with a title of 5,000 characters is refused at the field, and nothing typed is lost", async () => {
    await newGoal();
    const title = within(dialog()).getByRole("textbox", { name: "Title" });
    await userEvent.click(title);
    await userEvent.paste("x".repeat(5000));
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    expect(title).toHaveAccessibleDescription("At most 255 characters; this title has 5000.");
    expect(title).toBeInvalid();
    expect(title).toHaveValue("x".repeat(5000));
    expect(title).toHaveFocus();
    expect(requestsOf("createGoal")).toEqual([]);
  });

  it("needs a title", async () => {
    await newGoal();
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    expect(within(dialog()).getByRole("alert")).toHaveTextContent("A goal needs a title.");
  });

  it("with a target date before its start is refused at the field", async () => {
    await newGoal();
    await userEvent.type(within(dialog()).getByRole("textbox", { name: "Title" }), "Faster search");
    await userEvent.type(within(dialog()).getByLabelText("Start date"), "2026-12-02");
    await userEvent.type(within(dialog()).getByLabelText("Target date"), "2026-12-01");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    expect(within(dialog()).getByLabelText("Target date")).toHaveAccessibleDescription(
      "The target date is before the start date.",
    );
    expect(requestsOf("createGoal")).toEqual([]);
  });

  it("shows the resolver's refusal where it belongs: at the field, or at the form", async () => {
    refuse("createGoal", "target-before-start", { field: "targetDay" });
    await newGoal();
    await userEvent.type(within(dialog()).getByRole("textbox", { name: "Title" }), "Faster search");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    await waitFor(() => {
      expect(within(dialog()).getByLabelText("Target date")).toBeInvalid();
    });
    refuse("createGoal", "too-deep", { field: "parentId" });
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    expect(await within(dialog()).findByText(/nested up to seven levels/)).toBeVisible();
    expect(within(dialog()).getByRole("textbox", { name: "Title" })).toHaveValue("Faster search");
  });

  it("keeps what was typed when the platform fails, and can be sent again", async () => {
    fail("createGoal");
    await newGoal();
    await userEvent.type(within(dialog()).getByRole("textbox", { name: "Title" }), "Faster search");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    expect(await within(dialog()).findByText(/Nothing was lost; try again/)).toBeVisible();
    answer("createGoal", { goalId: "55", version: 1 });
    await userEvent.click(within(dialog()).getByRole("button", { name: "Create goal" }));
    await waitFor(() => {
      expect(requestsOf("createGoal")).toHaveLength(2);
    });
    const [first, second] = requestsOf("createGoal");
    expect(second).toEqual(first);
  });

  it("below a goal gets that parent", async () => {
    page("/goal/7");
    await userEvent.click(await screen.findByRole("button", { name: "Add sub-goal" }));
    await userEvent.type(await screen.findByRole("textbox", { name: "Title" }), "Part of it");
    await userEvent.click(screen.getByRole("button", { name: "Create goal" }));
    await waitFor(() => {
      expect(requestsOf("createGoal")).toMatchObject([{ goal: { parentId: "7" } }]);
    });
  });
});

describe("the dialog", () => {
  it("closes on Escape and gives the focus back to what opened it", async () => {
    await newGoal();
    await userEvent.keyboard("{Escape}");
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Create goal" })).toHaveFocus();
  });

  it("closes on Cancel and gives the focus back", async () => {
    await editGoal();
    await userEvent.click(within(dialog()).getByRole("button", { name: "Cancel" }));
    expect(screen.getByRole("button", { name: "Edit" })).toHaveFocus();
  });
});

describe("an edited goal", () => {
  it("is saved with the version it was opened at", async () => {
    await editGoal();
    const title = within(dialog()).getByRole("textbox", { name: "Title" });
    expect(title).toHaveValue("Cut checkout p95 below 300 ms");
    await userEvent.clear(title);
    await userEvent.type(title, "Cut checkout p95 below 250 ms");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save" }));
    await waitFor(() => {
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    });
    expect(requestsOf("editGoal")).toMatchObject([
      { goalId: "7", version: 4, goal: { title: "Cut checkout p95 below 250 ms" } },
    ]);
  });

  it("that somebody else saved meanwhile keeps what was typed, shows theirs and can be saved over it", async () => {
    await editGoal();
    const title = within(dialog()).getByRole("textbox", { name: "Title" });
    await userEvent.clear(title);
    await userEvent.type(title, "My title");
    const theirs = goalView({
      version: 9,
      line: goalLine({ title: "Their title here", state: "missed" }),
    });
    answer("getGoal", theirs);
    refuse("editGoal", "changed-meanwhile");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save" }));
    expect(await within(dialog()).findByText("Their title here")).toBeVisible();
    expect(within(dialog()).getByText("Missed", { selector: "dd" })).toBeVisible();
    expect(within(dialog()).queryByText("They count by")).not.toBeInTheDocument();
    expect(title).toHaveValue("My title");
    expect(await violationsIn(document.body)).toEqual([]);
    answer("editGoal", { goalId: "7", version: 10 });
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save over it" }));
    await waitFor(() => {
      expect(requestsOf("editGoal")).toMatchObject([
        { version: 4 },
        { version: 9, goal: { title: "My title" } },
      ]);
    });
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
  });

  it("that is overtaken twice is compared with the newest version each time", async () => {
    let version = 9;
    await editGoal();
    reply("getGoal", () => ({ ok: true, value: goalView({ version }) }));
    refuse("editGoal", "changed-meanwhile");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save" }));
    await within(dialog()).findByText("They saved the same as you typed.");
    version = 12;
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save over it" }));
    await waitFor(() => {
      expect(requestsOf("editGoal")).toMatchObject([{ version: 4 }, { version: 9 }]);
    });
    await within(dialog()).findByText("They saved the same as you typed.");
    await userEvent.click(within(dialog()).getByRole("button", { name: "Save over it" }));
    await waitFor(() => {
      expect(requestsOf("editGoal")).toHaveLength(3);
    });
    expect(requestsOf("editGoal")[2]).toMatchObject({ version: 12 });
  });
});

/** @jest-environment jsdom */
import { answer, asked, hang, onCommand, refuse, requestsOf, resetHost } from "./host";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import GoalProgressGadget from "../../static/surfaces/goal-progress/goal-progress";
import { goalChoice } from "./build/goal";
import { goalProgress } from "./build/progress";
import { contextOf, show, violationsIn } from "./show";

const edit = (moduleKey: string, extension: Readonly<Record<string, unknown>> = {}) =>
  show(<GoalProgressGadget context={contextOf(moduleKey, { ...extension, entryPoint: "edit" })} />);

const submitted = () => asked.filter(({ command }) => command === "submit");

beforeEach(() => {
  resetHost();
  answer("searchGoals", {
    goals: [goalChoice(), goalChoice({ id: "9", title: "Halve on-call pages" })],
  });
  answer("goalProgress", goalProgress({ goalId: "8", title: "Migrate billing to the new ledger" }));
  onCommand("submit", () => true);
  onCommand("close", () => true);
});

describe("the gadget", () => {
  it("saves the goal that was found by its title, with the options", async () => {
    const { container } = edit("goal-progress-gadget");
    const user = userEvent.setup();
    await user.type(await screen.findByRole("combobox", { name: "Goal" }), "ledger");
    await user.click(await screen.findByRole("option", { name: /Migrate billing/ }));
    expect(await screen.findByText("Migrate billing to the new ledger")).toBeVisible();
    await user.selectOptions(screen.getByRole("combobox", { name: "Refresh" }), "Every 60 minutes");
    await user.click(screen.getByRole("checkbox", { name: "Show what the colours mean" }));
    expect(await violationsIn(container)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(submitted()).toEqual([
      { command: "submit", data: { goalId: "8", showLegend: false, refresh: 60 } },
    ]);
  });

  it("leaves the refresh time out when none is wanted, since it must be positive", async () => {
    edit("goal-progress-gadget", { gadgetConfiguration: { goalId: "8", refresh: 15 } });
    const user = userEvent.setup();
    await user.selectOptions(
      await screen.findByRole("combobox", { name: "Refresh" }),
      "When the dashboard is refreshed",
    );
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(submitted()).toEqual([{ command: "submit", data: { goalId: "8", showLegend: true } }]);
  });

  it("says at the form that a goal is missing and saves nothing", async () => {
    edit("goal-progress-gadget");
    await userEvent.click(await screen.findByRole("button", { name: "Save" }));
    expect(screen.getByRole("alert")).toHaveTextContent("Choose the goal that this gadget shows.");
    expect(submitted()).toEqual([]);
    expect(requestsOf("goalProgress")).toEqual([]);
  });

  it("says when the goal shown so far was archived", async () => {
    refuse("goalProgress", "archived");
    edit("goal-progress-gadget", { gadgetConfiguration: { goalId: "8" } });
    expect(await screen.findByText(/This goal was archived/)).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Another goal" })).toBeVisible();
  });

  it("can be left without saving", async () => {
    edit("goal-progress-gadget");
    await userEvent.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(asked.map(({ command }) => command)).toContain("close");
    expect(submitted()).toEqual([]);
  });
});

describe("the picker", () => {
  it("is worked with the keyboard alone", async () => {
    edit("goal-progress-gadget");
    const user = userEvent.setup();
    await user.click(await screen.findByRole("combobox", { name: "Goal" }));
    await screen.findAllByRole("option");
    await user.keyboard("{ArrowDown}{Enter}");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(submitted()).toMatchObject([{ data: { goalId: "8" } }]);
  });

  it("asks once for a text that has stood still", async () => {
    edit("goal-progress-gadget");
    await userEvent.type(await screen.findByRole("combobox", { name: "Goal" }), "ledger");
    await waitFor(() => {
      expect(requestsOf("searchGoals")).toEqual([
        { query: "", limit: 20 },
        { query: "ledger", limit: 20 },
      ]);
    });
  });

  it("takes nothing with Enter while a search is on its way", async () => {
    edit("goal-progress-gadget");
    const field = await screen.findByRole("combobox", { name: "Goal" });
    await userEvent.click(field);
    await screen.findAllByRole("option");
    hang("searchGoals");
    await userEvent.type(field, "ledger{Enter}");
    expect(screen.getByText("Searching…")).toBeVisible();
    expect(field).toHaveValue("ledger");
    expect(screen.queryByText(/^Shows/)).not.toBeInTheDocument();
  });

  it("says that nothing was found", async () => {
    answer("searchGoals", { goals: [] });
    edit("goal-progress-gadget");
    await userEvent.type(await screen.findByRole("combobox", { name: "Goal" }), "x");
    expect(await screen.findByText("Nothing found.")).toBeVisible();
  });
});

describe("the widget", () => {
  type Save = (config: unknown) => Promise<unknown>;
  let save: Save | undefined;
  const drafts: unknown[] = [];

  beforeEach(() => {
    save = undefined;
    drafts.length = 0;
    onCommand("getContext", () =>
      contextOf("goal-progress-widget", { context: { dashboardId: "1" } }),
    );
    onCommand("getWidgetEditApi", () => ({
      onProductSave: (callback: Save) => {
        save = callback;
      },
      updateConfig: (config: unknown) => {
        drafts.push(config);
      },
    }));
  });

  it("has no Save of its own and gives the dashboard what was chosen", async () => {
    edit("goal-progress-widget", { config: { goalId: "8", refresh: 60 } });
    await screen.findByText("Migrate billing to the new ledger");
    expect(screen.queryByRole("button", { name: "Save" })).not.toBeInTheDocument();
    await waitFor(() => {
      expect(save).toBeDefined();
    });
    await userEvent.click(screen.getByRole("checkbox", { name: "Show what the colours mean" }));
    await expect(save?.({})).resolves.toEqual({ goalId: "8", showLegend: false, refresh: 60 });
    expect(drafts.at(-1)).toEqual({ goalId: "8", showLegend: false, refresh: 60 });
  });

  it("refuses to be saved without a goal and says so", async () => {
    edit("goal-progress-widget");
    await waitFor(() => {
      expect(save).toBeDefined();
    });
    await act(async () => {
      await expect(save?.({})).rejects.toThrow("Choose the goal");
    });
    expect(await screen.findByRole("alert")).toHaveTextContent("Choose the goal");
  });

  it("shows the goal of its configuration, and refreshes by itself", async () => {
    jest.useFakeTimers();
    try {
      show(
        <GoalProgressGadget
          context={contextOf("goal-progress-widget", { config: { goalId: "8", refresh: 15 } })}
        />,
      );
      await act(() => jest.advanceTimersByTimeAsync(100));
      expect(screen.getByText("29 %")).toBeVisible();
      await act(() => jest.advanceTimersByTimeAsync(15 * 60_000));
      expect(requestsOf("goalProgress")).toHaveLength(2);
    } finally {
      jest.useRealTimers();
    }
  });
});

/** @jest-environment jsdom */
import { answer, asked, onCommand, resetHost } from "./host";
import { screen } from "@testing-library/react";
import { goalProgress } from "./build/progress";
import { contextOf } from "./show";

/** Runs the bundle's first module, as the page does when it is loaded. */
async function load(): Promise<void> {
  jest.resetModules();
  await import("../../static/main");
}

beforeEach(() => {
  resetHost();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  document.body.innerHTML = '<div id="root">Loading…</div>';
  onCommand("enableTheming", () => undefined);
});

it("shows the surface of the module that asks, in the theme of the product, from one call", async () => {
  const extension = { gadgetConfiguration: { goalId: "7" } };
  onCommand("getContext", () => contextOf("goal-progress-gadget", extension));
  answer("goalProgress", goalProgress());
  await load();
  expect(await screen.findByText("29 %")).toBeVisible();
  const commands = asked.map(({ command }) => command);
  expect(commands.filter((command) => command.startsWith("invoke"))).toEqual([
    "invoke goalProgress",
  ]);
  expect(commands).toContain("enableTheming");
});

it("puts a sentence in place of a view that breaks", async () => {
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  onCommand("getContext", () => ({ ...contextOf("goal-progress-gadget"), extension: null }));
  await load();
  expect(await screen.findByText(/This view broke, or Throughline was updated/)).toBeVisible();
  jest.restoreAllMocks();
});

it("says that it has no view for a module it does not know", async () => {
  onCommand("getContext", () => contextOf("something-new"));
  await load();
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "no view for the module something-new",
  );
});

it("says that it could not start when the host does not answer", async () => {
  onCommand("getContext", () => {
    throw new Error("no context");
  });
  await load();
  expect(await screen.findByRole("alert")).toHaveTextContent(/could not start in this page/);
});

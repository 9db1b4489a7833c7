/** @jest-environment jsdom */
import { answer, anyKey, fail, refuse, requestsOf, resetHost } from "./host";
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import Settings from "../../static/surfaces/settings/settings";
import { healthOf, pointsField, settingsFound, settingsOf, teamField } from "./build/settings";
import { choose, open, press, saved, typeZone } from "./settings-page";
import { show, violationsIn } from "./show";

beforeEach(() => {
  resetHost();
  answer("getSyncHealth", healthOf());
  answer("saveSettings", { version: 4 });
});

describe("the settings", () => {
  it("can be saved only when something was changed, and say so", async () => {
    const { container } = await open();
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    await choose("Jira administrators only");
    expect(screen.getByText("Not saved yet")).toBeVisible();
    expect(await violationsIn(container)).toEqual([]);
    answer(
      "getSettings",
      settingsFound({ version: 4, settings: settingsOf({ goalMakers: "administrators" }) }),
    );
    await press("Save");
    expect(await saved()).toEqual({
      key: anyKey,
      version: 3,
      settings: settingsOf({ goalMakers: "administrators" }),
    });
    expect(await screen.findByText(/^Saved\./)).toBeVisible();
    expect(screen.getByRole("button", { name: "Save" })).toBeDisabled();
    expect(screen.getByRole("radio", { name: "Jira administrators only" })).toBeChecked();
  });

  it("go back to what is stored when changes are discarded", async () => {
    await open();
    await choose("Jira administrators only");
    await press("Discard changes");
    expect(screen.getByRole("radio", { name: "Everyone who uses Jira" })).toBeChecked();
    expect(requestsOf("saveSettings")).toEqual([]);
  });

  it("say what a share of the points amounts to", async () => {
    await open();
    const slider = screen.getByRole("slider", { name: "Share of Jira’s points" });
    expect(screen.getByText("25 %: 16,250 of 65,000 points an hour")).toBeVisible();
    fireEvent.change(slider, { target: { value: "40" } });
    expect(slider).toHaveAttribute("aria-valuetext", "40 %: 26,000 of 65,000 points an hour");
    await press("Save");
    expect(await saved()).toMatchObject({ settings: { pointsShare: 0.4 } });
  });

  it("refuse a time zone that does not exist at the field, and lose nothing", async () => {
    await open();
    const field = await typeZone("Mars/Olympus");
    await press("Save");
    expect(field).toHaveAccessibleDescription(/This is not a time zone/);
    expect(field).toHaveFocus();
    expect(requestsOf("saveSettings")).toEqual([]);
    await typeZone("Europe/Berlin");
    await press("Save");
    expect(await saved()).toMatchObject({ settings: { timeZone: "Europe/Berlin" } });
  });

  it("keep what was changed when the platform fails, and can be sent again under the same key", async () => {
    fail("saveSettings");
    await open();
    await choose("Jira administrators only");
    await press("Save");
    expect(await screen.findByText(/Nothing was lost; try again/)).toBeVisible();
    answer("saveSettings", { version: 4 });
    await press("Save");
    const second = await saved(2);
    expect(second).toEqual(requestsOf("saveSettings")[0]);
  });

  it("are closed to people who are not administrators", async () => {
    refuse("getSettings", "not-allowed");
    refuse("getSyncHealth", "not-allowed");
    const { container } = show(<Settings />);
    expect(await screen.findByText(/^Only Jira administrators see/)).toBeVisible();
    await waitFor(() => {
      expect(screen.queryByRole("region")).not.toBeInTheDocument();
    });
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });
});

describe("story points", () => {
  it("show what the boards estimate by, where they differ", async () => {
    await open();
    const points = within(screen.getByRole("region", { name: "Story points" }));
    expect(
      points.getByText(
        "3 boards estimate by “Story Points”, 1 by “Story point estimate”, 1 by something else.",
      ),
    ).toBeVisible();
    expect(
      points.getByText(/^“Story point estimate” and “Story Points” hold story points/),
    ).toBeVisible();
  });

  it("chosen by hand begin with the found fields, whose order a person decides", async () => {
    await open();
    await choose("Chosen here");
    await press("Move Story Points up");
    await press("Save");
    expect(await saved()).toMatchObject({
      settings: { estimateFieldIds: [pointsField.id, teamField.id] },
    });
  });

  it("may be another number field of the site", async () => {
    await open({ estimateFieldIds: [pointsField.id] });
    await userEvent.selectOptions(
      screen.getByRole("combobox", { name: "Another number field" }),
      "Risk (customfield_10050)",
    );
    await press("Add field");
    await press("Save");
    expect(await saved()).toMatchObject({
      settings: { estimateFieldIds: [pointsField.id, "customfield_10050"] },
    });
  });

  it("warn of boards whose estimates are not read", async () => {
    await open({ estimateFieldIds: [pointsField.id] });
    expect(
      screen.getByText(
        "Boards estimate by “Story point estimate” (Platform), which is not read as story points.",
      ),
    ).toBeVisible();
    await choose("Found by Throughline, by type and name");
    expect(screen.queryByText(/not read as story points/)).not.toBeInTheDocument();
  });

  it("need at least one field when chosen by hand", async () => {
    await open({ estimateFieldIds: [pointsField.id] });
    await press("Remove Story Points");
    await press("Save");
    const select = screen.getByRole("combobox", { name: "Another number field" });
    expect(select).toHaveAccessibleDescription(/Add at least one field/);
    expect(requestsOf("saveSettings")).toEqual([]);
  });

  it("can be left as they are when Jira does not tell its fields", async () => {
    answer("getSettings", settingsFound({ estimation: null }));
    show(<Settings />);
    expect(await screen.findByText(/Jira does not tell right now which fields/)).toBeVisible();
  });
});

describe("dropped resolutions", () => {
  it("are taken off, added from the site's or typed, and saved by Save only", async () => {
    await open();
    await press("Remove Duplicate");
    await press("Drop Rejected");
    await userEvent.type(
      screen.getByRole("textbox", { name: "Another resolution" }),
      "Out of scope{Enter}",
    );
    expect(requestsOf("saveSettings")).toEqual([]);
    await press("Save");
    expect(await saved()).toMatchObject({
      settings: { droppedResolutions: ["Won't Do", "Rejected", "Out of scope"] },
    });
  });

  it("hold a name once, however it is spelt", async () => {
    await open();
    await userEvent.type(
      screen.getByRole("textbox", { name: "Another resolution" }),
      "won't do{Enter}",
    );
    const names = within(screen.getByRole("list", { name: "Dropped" })).getAllByRole("listitem");
    expect(names.map(({ textContent }) => textContent)).toEqual(["Won't Do", "Duplicate"]);
  });

  it("taken off by keyboard leave the focus on the next one", async () => {
    await open();
    screen.getByRole("button", { name: "Remove Won't Do" }).focus();
    await userEvent.keyboard("{Enter}");
    expect(screen.getByRole("button", { name: "Remove Duplicate" })).toHaveFocus();
  });

  it("go back to the defaults", async () => {
    await open({ droppedResolutions: [] });
    expect(screen.getByText("None: every Done issue counts as done.")).toBeVisible();
    await press("Back to the defaults");
    await press("Save");
    expect(await saved()).toMatchObject({
      settings: { droppedResolutions: ["Won't Do", "Duplicate"] },
    });
  });
});

/** @jest-environment jsdom */
import { answer, refuse, resetHost } from "./host";
import { screen, waitFor } from "@testing-library/react";
import type { SettingsView } from "../../src/contract/requests";
import { healthOf, settingsFound, settingsOf } from "./build/settings";
import { choose, open, press, saved, typeZone } from "./settings-page";
import { violationsIn } from "./show";

beforeEach(() => {
  resetHost();
  answer("getSyncHealth", healthOf());
});

describe("settings that another administrator saved meanwhile", () => {
  const conflict = async (theirs: Partial<SettingsView>) => {
    const shown = await open();
    await choose("Jira administrators only");
    answer("getSettings", settingsFound({ version: 8, settings: settingsOf(theirs) }));
    refuse("saveSettings", "changed-meanwhile");
    await press("Save");
    await screen.findByText(/Another administrator saved the settings/);
    return shown;
  };

  it("show the other's decisions, take over what the person left alone, and keep what they changed", async () => {
    const { container } = await conflict({ timeZone: "Asia/Tokyo" });
    expect(await screen.findByText("Their time zone")).toBeVisible();
    expect(screen.getByText(/taken over/)).toBeVisible();
    expect(screen.getByRole("combobox", { name: "Time zone of the site" })).toHaveValue(
      "Asia/Tokyo",
    );
    expect(screen.getByRole("radio", { name: "Jira administrators only" })).toBeChecked();
    expect(await violationsIn(container)).toEqual([]);
    answer("saveSettings", { version: 9 });
    await press("Save mine over it");
    expect(await saved(2)).toMatchObject({
      version: 8,
      settings: settingsOf({ timeZone: "Asia/Tokyo", goalMakers: "administrators" }),
    });
    await screen.findByText(/^Saved\./);
    expect(screen.queryByText(/Another administrator/)).not.toBeInTheDocument();
  });

  it("say where saving would replace the other's decision", async () => {
    await open();
    await typeZone("Europe/Berlin");
    answer(
      "getSettings",
      settingsFound({ version: 8, settings: settingsOf({ timeZone: "Asia/Tokyo" }) }),
    );
    refuse("saveSettings", "changed-meanwhile");
    await press("Save");
    expect(await screen.findByText(/yours would replace it/)).toBeVisible();
    expect(screen.getByText("Asia/Tokyo", { selector: "dd" })).toBeVisible();
  });

  it("stand as the other left them when the person discards their changes", async () => {
    await conflict({ timeZone: "Asia/Tokyo" });
    await press("Discard changes");
    expect(screen.getByRole("radio", { name: "Everyone who uses Jira" })).toBeChecked();
    await waitFor(() => {
      expect(screen.getByRole("combobox", { name: "Time zone of the site" })).toHaveValue(
        "Asia/Tokyo",
      );
    });
    expect(screen.queryByText(/Another administrator/)).not.toBeInTheDocument();
  });
});

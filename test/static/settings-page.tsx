import { answer, requestsOf } from "./host";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SettingsView } from "../../src/contract/requests";
import Settings from "../../static/surfaces/settings/settings";
import { settingsFound, settingsOf } from "./build/settings";
import { show } from "./show";

/** The settings page as an administrator has it before them, with these settings stored. */
export async function open(settings: Partial<SettingsView> = {}) {
  answer("getSettings", settingsFound({ settings: settingsOf(settings) }));
  const shown = show(<Settings />);
  await screen.findByRole("button", { name: "Save" });
  return shown;
}

export async function press(name: string): Promise<void> {
  await userEvent.click(screen.getByRole("button", { name }));
}

export async function choose(name: string): Promise<void> {
  await userEvent.click(screen.getByRole("radio", { name }));
}

export async function typeZone(zone: string): Promise<HTMLElement> {
  const field = screen.getByRole("combobox", { name: "Time zone of the site" });
  await userEvent.clear(field);
  await userEvent.type(field, zone);
  return field;
}

/** The last request to save, once there were so many. */
export async function saved(count = 1): Promise<unknown> {
  await waitFor(() => {
    expect(requestsOf("saveSettings")).toHaveLength(count);
  });
  return requestsOf("saveSettings").at(-1);
}

import type { Problem } from "../../../src/contract/answer";
import type { SettingsView } from "../../../src/contract/requests";
import { sentenceFor } from "../../sentences";
import { settingsRefusals } from "./words";

type SettingsErrors = Partial<Readonly<Record<"timeZone" | "estimateFieldIds" | "form", string>>>;

/** What is wrong with the settings as typed, and what the resolver refused. */
export function errorsIn(settings: SettingsView, problem: Problem | null): SettingsErrors {
  return {
    ...refusalOf(problem),
    ...(isZone(settings.timeZone) ? {} : { timeZone: noZone }),
    ...(settings.estimateFieldIds?.length === 0
      ? { estimateFieldIds: "Add at least one field, or let Throughline find them." }
      : {}),
  };
}

const noZone = "This is not a time zone. Choose one from the list, like Europe/Berlin or UTC.";

function refusalOf(problem: Problem | null): SettingsErrors {
  if (problem === null) return {};
  if (problem.field === "timeZone") return { timeZone: noZone };
  return { form: settingsRefusals[problem.kind] ?? sentenceFor(problem) };
}

function isZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

import type { Answer } from "../../contract/answer";
import { settingsSaved, type SettingsView } from "../../contract/settings";
import type { Settings } from "../../domain/settings";
import { givenAnswer, keepAnswer } from "../given-answer";
import type { ViewerPorts } from "../ports";
import { answered, refused, type Refused } from "../refusal";
import { recordAction } from "../record-action";
import { touchGoals } from "../touch-goals";
import { refuseOthers } from "./administrator";
import { readAllGoals } from "./read-all-goals";

type SaveSettings = {
  readonly key: string;
  readonly version: number;
  readonly settings: SettingsView;
};

/** The log keeps what belongs to no goal under this id. */
export const siteLogId = "0";

/** Writes the settings and has every number computed again that depends on what changed. */
export async function saveSettings(
  ports: ViewerPorts,
  { key, version, settings: wanted }: SaveSettings,
): Promise<Answer<{ readonly version: number }>> {
  const refusal = (await refuseOthers(ports)) ?? zoneProblem(wanted.timeZone);
  if (refusal !== null) return refusal;
  const given = await givenAnswer(ports, key, settingsSaved);
  if (given !== null) return answered(given);
  const { store, now } = ports;
  const before = await store.decidedSettings.decided();
  const settings = { ...wanted, droppedResolutions: distinct(wanted.droppedResolutions) };
  if (before.version !== version) return refused("changed-meanwhile");
  if (!(await store.decidedSettings.decide({ settings, version }, now()))) {
    return refused("changed-meanwhile");
  }
  const saved = { version: version + 1 };
  await recordAction(ports, siteLogId, "change-settings", {
    from: before.settings,
    to: settings,
  });
  await followUp(ports, before.settings, settings);
  await keepAnswer(ports, key, saved);
  return answered(saved);
}

function zoneProblem(timeZone: string): Refused | null {
  try {
    Intl.DateTimeFormat("en", { timeZone });
    return null;
  } catch {
    return refused("invalid-request", { field: "timeZone", detail: timeZone });
  }
}

/** Names differ by more than case. */
function distinct(names: readonly string[]): readonly string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()];
}

async function followUp(ports: ViewerPorts, before: Settings, after: Settings): Promise<void> {
  if (!isSame(before.estimateFieldIds, after.estimateFieldIds)) {
    await ports.store.projects.forgetSizes();
    await readAllGoals(ports);
    return;
  }
  if (isSame(folded(before.droppedResolutions), folded(after.droppedResolutions))) return;
  const rows = await ports.store.goals.rows({ includeArchived: false });
  await touchGoals(
    ports,
    rows.map(({ goal }) => goal.id),
  );
}

const isSame = (a: readonly string[] | null, b: readonly string[] | null) =>
  JSON.stringify(a) === JSON.stringify(b);

const folded = (names: readonly string[]) => names.map((name) => name.toLowerCase()).toSorted();

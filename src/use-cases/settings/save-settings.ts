import type { Answer } from "../../contract/answer";
import { settingsSaved } from "../../contract/receipts";
import type { SettingsView } from "../../contract/requests";
import type { Settings } from "../../domain/settings";
import { type FollowUp, withFollowUp } from "../follow-up";
import { givenAnswer, keepAnswer } from "../given-answer";
import type { ViewerPorts } from "../ports";
import { answered, refused, type Refused } from "../refusal";
import { recordAction } from "../record-action";
import { refuseOthers } from "./administrator";

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
  const before = await ports.store.decidedSettings.decided();
  const settings = { ...wanted, droppedResolutions: distinct(wanted.droppedResolutions) };
  if (before.version !== version) return refused("changed-meanwhile");
  const write = () => decide(ports, { before, settings });
  const what = whatFollows(before.settings, settings);
  const saved = await (what === null ? write() : withFollowUp(ports, what, write));
  if (saved.ok) await keepAnswer(ports, key, saved.value);
  return saved;
}

type Decision = {
  readonly before: { readonly settings: Settings; readonly version: number };
  readonly settings: Settings;
};

async function decide(
  ports: ViewerPorts,
  { before: { settings: from, version }, settings }: Decision,
): Promise<Answer<{ readonly version: number }>> {
  const { store, now } = ports;
  if (!(await store.decidedSettings.decide({ settings, version }, now()))) {
    return refused("changed-meanwhile");
  }
  await recordAction(ports, siteLogId, "change-settings", { from, to: settings });
  return answered({ version: version + 1 });
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

function whatFollows(before: Settings, after: Settings): FollowUp | null {
  if (!isSame(before.estimateFieldIds, after.estimateFieldIds)) return { kind: "read-all-goals" };
  const droppedBefore = folded(before.droppedResolutions);
  return isSame(droppedBefore, folded(after.droppedResolutions)) ? null : { kind: "all-goals" };
}

const isSame = (a: readonly string[] | null, b: readonly string[] | null) =>
  JSON.stringify(a) === JSON.stringify(b);

const folded = (names: readonly string[]) => names.map((name) => name.toLowerCase()).toSorted();

import type { SyncHealthView } from "../../../../src/contract/settings";
import { counted } from "../words";

/** How many goals are being read or wait for it, and of how many Jira refuses a rule; empty when none is. */
export function readingsText(readings: SyncHealthView["readings"]): string {
  const broken = readings.filter(({ reading }) => reading.kind === "broken").length;
  const others = readings.length - broken;
  const are = (count: number) => (count === 1 ? "is" : "are");
  return [
    ...(others > 0 ? [`${counted(others, "goal")} ${are(others)} being read from Jira.`] : []),
    ...(broken > 0 ? [`${counted(broken, "goal")} ${are(broken)} not up to date, see below.`] : []),
  ].join(" ");
}

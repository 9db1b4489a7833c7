import type { SettingsView } from "../../../src/contract/requests";
import { pointsOfHour } from "./points-of-hour";
import { listed } from "./words";

type Sides = {
  readonly from: SettingsView;
  readonly changes: Partial<SettingsView>;
  readonly theirs: SettingsView;
  /** Names of the fields by id. */
  readonly fields: ReadonlyMap<string, string>;
  readonly pointsAnHour: number;
};

type Decision = {
  readonly label: string;
  readonly text: string;
  readonly replaced: boolean;
};

/** What the other decided that was not so before, in words; `replaced`: the person decided otherwise. */
export function decisionsMeanwhile({
  from,
  changes,
  theirs,
  ...words
}: Sides): readonly Decision[] {
  const [before, after, mine] = [from, theirs, { ...theirs, ...changes }].map((each) =>
    textsOf(each, words),
  );
  return labels
    .filter((label) => before?.[label] !== after?.[label])
    .map((label) => ({
      label,
      text: after?.[label] ?? "",
      replaced: mine?.[label] !== after?.[label],
    }));
}

const labels = [
  "Their story points",
  "Their dropped resolutions",
  "Their time zone",
  "They let goals be made by",
  "Their share for reading",
] as const;

function textsOf(
  settings: SettingsView,
  { fields, pointsAnHour }: Pick<Sides, "fields" | "pointsAnHour">,
): Readonly<Record<(typeof labels)[number], string>> {
  const { estimateFieldIds, droppedResolutions, timeZone, goalMakers, pointsShare } = settings;
  return {
    "Their story points":
      estimateFieldIds === null
        ? "found automatically"
        : estimateFieldIds.map((id) => fields.get(id) ?? id).join(", then "),
    "Their dropped resolutions":
      droppedResolutions.length === 0 ? "none" : listed(droppedResolutions),
    "Their time zone": timeZone,
    "They let goals be made by": goalMakers,
    "Their share for reading": pointsOfHour(pointsShare, pointsAnHour),
  };
}

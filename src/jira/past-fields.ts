import { route } from "@forge/api";
import type { ReplayField } from "../domain/replay/history";
import type { SiteFields } from "../domain/replay/change-field";
import type { AskJira } from "./ask-jira";
import { type JiraGate, openGate } from "./jira-gate";
import { type Field, fieldList, pointsFieldsAmong } from "./estimate-fields";

/** The site's own fields among the replayable ones. */
export async function siteFields({ ask }: AskJira, gate: JiraGate = openGate): Promise<SiteFields> {
  const fields = await ask({ name: "field", path: route`/rest/api/3/field`, answer: fieldList });
  const ids = (of: readonly Field[]) => of.map(({ id }) => id);
  const points = (await gate.chosenFields()) ?? ids(pointsFieldsAmong(fields));
  return { points, sprint: ids(fields.filter(isSprint)) };
}

const isSprint = ({ schema }: Field) => schema?.custom === "com.pyxis.greenhopper.jira:gh-sprint";

/**
 * Field ids by which a changelog can be asked for the changes of a field; null where its items carry none: Jira's parent
 * and key items name no field id.
 */
export function changelogIdsOf(field: ReplayField, site: SiteFields): readonly string[] | null {
  if (field === "points") return site.points;
  if (field === "sprint") return site.sprint;
  return systemIds[field];
}

const systemIds: Readonly<
  Record<Exclude<ReplayField, "points" | "sprint">, readonly string[] | null>
> = {
  status: ["status"],
  resolution: ["resolution"],
  estimate: ["timeoriginalestimate"],
  parent: null,
  "fix-version": ["fixVersions"],
  component: ["components"],
  labels: ["labels"],
  type: ["issuetype"],
  project: ["project"],
  key: null,
};

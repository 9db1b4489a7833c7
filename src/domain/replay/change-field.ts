import type { ReplayField } from "./history";

/** What of a changelog item tells its field. */
type ItemName = { readonly field: string; readonly fieldId?: string | null | undefined };

/** The fields of a site that have an id of their own there. */
export type SiteFields = {
  /** Custom fields that carry story points, as "customfield_10016"; the name in an old item may be another. */
  readonly points: readonly string[];
  /** The sprint field. */
  readonly sprint: readonly string[];
};

/**
 * The field that a changelog item is about; null for one that replay does not know. The parent has had several names
 * (an epic link and a parent link were custom fields), and some items, all old ones among them, carry no field id.
 */
export function fieldOfChange({ field, fieldId }: ItemName, site: SiteFields): ReplayField | null {
  const id = fieldId ?? "";
  if (site.points.includes(id)) return "points";
  if (site.sprint.includes(id)) return "sprint";
  const name = field.toLowerCase();
  if (id.startsWith("customfield_")) return ofJiraSoftware.get(name) ?? null;
  return byId.get(id) ?? byName.get(name) ?? ofJiraSoftware.get(name) ?? null;
}

const ofJiraSoftware: ReadonlyMap<string, ReplayField> = new Map<string, ReplayField>([
  ["epic link", "parent"],
  ["parent link", "parent"],
  ["sprint", "sprint"],
]);

const byId: ReadonlyMap<string, ReplayField> = new Map<string, ReplayField>([
  ["fixVersions", "fix-version"],
  ["components", "component"],
  ["issuetype", "type"],
  ["timeoriginalestimate", "estimate"],
]);

/** In small letters; several are ids as well. */
const byName: ReadonlyMap<string, ReplayField> = new Map<string, ReplayField>([
  ["status", "status"],
  ["resolution", "resolution"],
  ["timeoriginalestimate", "estimate"],
  ["issueparentassociation", "parent"],
  ["parent", "parent"],
  ["parent issue", "parent"],
  ["fix version", "fix-version"],
  ["component", "component"],
  ["labels", "labels"],
  ["issuetype", "type"],
  ["issue type", "type"],
  ["type", "type"],
  ["project", "project"],
  ["key", "key"],
]);

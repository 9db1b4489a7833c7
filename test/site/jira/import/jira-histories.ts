import { z } from "zod/mini";
import { instantOfJira } from "./jira-time";

const text = z.optional(z.nullable(z.string()));
const history = z.looseObject({
  author: z.optional(z.nullable(z.looseObject({ accountId: z.optional(z.string()) }))),
  created: z.union([z.string(), z.number()]),
  items: z.array(z.looseObject({ field: z.string(), fieldId: text })),
});
export const histories = z.array(history);
export type History = z.infer<typeof history>;

/** The custom fields of a site that exports know by a meaning; an id is null where the site has no such field. */
export type KnownFields = {
  readonly storyPoints: string | null;
  readonly sprint: string | null;
  /** Fields of free text, of whose changes an export tells no more than that they happened. */
  readonly freeText: ReadonlySet<string>;
  /** Fields that hold people, whose names stay out of the changes. */
  readonly people: ReadonlySet<string>;
};

const freeText = new Set(["description", "environment", "Comment"]);
const people = new Set(["assignee", "reporter"]);

/** The changelog of an export, oldest first, from histories in Jira's own shape, in whatever order they come. */
export function changelogOf(list: readonly History[], fields: KnownFields): readonly unknown[] {
  return list
    .map((each) => ({ each, at: instantOfJira(each.created) }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .flatMap(({ each, at }) =>
      each.items.map((item) => changeOf(item, { at, by: accountOf(each) }, fields)),
    );
}

/** Deleted accounts come with an empty id. */
function accountOf({ author }: History): string | null {
  const accountId = author?.accountId ?? "";
  return accountId === "" ? null : accountId;
}

function changeOf(
  item: History["items"][number],
  place: { readonly at: string; readonly by: string | null },
  fields: KnownFields,
) {
  const id = item.fieldId ?? "";
  const field = nameOf(item.field, id, fields);
  if (freeText.has(item.field) || fields.freeText.has(id)) {
    return { ...place, field, redacted: true, ...nothing };
  }
  const told = new Map(Object.entries(item));
  const part = (name: keyof typeof nothing) => told.get(name) ?? null;
  const [from, to] = [part("from"), part("to")];
  if (people.has(id) || fields.people.has(id)) {
    return { ...place, field, from, to, fromString: from, toString: to };
  }
  return { ...place, field, from, to, fromString: part("fromString"), toString: part("toString") };
}

const nothing = { from: null, to: null, fromString: null, toString: null };

/** Sites may name these fields as they like, and rename them. */
function nameOf(field: string, id: string, fields: KnownFields): string {
  if (id !== "" && id === fields.storyPoints) return "Story Points";
  if (id !== "" && id === fields.sprint) return "Sprint";
  return systemNames.get(id) ?? field;
}

/** Names of system fields in changelogs, which Jira may have translated. */
const systemNames = new Map([
  ["fixVersions", "Fix Version"],
  ["versions", "Version"],
  ["components", "Component"],
]);

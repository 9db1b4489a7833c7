import { z } from "zod/mini";
import type { EditableFields } from "../edit/edit-issue";
import type { Named } from "../store/catalog";
import type { Asker } from "../visibility";
import type { World } from "../world";
import { findIssue } from "./known";
import { refused } from "./rest-answer";

type Setter = (value: unknown, world: World, asker: Asker) => Partial<EditableFields>;

/** Reads the `fields` of an edit; Jira refuses what it cannot set by naming the field. */
export function editableFields(
  world: World,
  asker: Asker,
  fields: Readonly<Record<string, unknown>>,
): Partial<EditableFields> {
  let patch: Partial<EditableFields> = {};
  for (const [name, value] of Object.entries(fields)) {
    const setter = setters[name];
    if (setter === undefined) throw refusedField(name, cannotBeSet(name));
    patch = { ...patch, ...setter(value, world, asker) };
  }
  return patch;
}

function cannotBeSet(name: string): string {
  return `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
}

function refusedField(name: string, message: string) {
  return refused(400, [], { [name]: message });
}

function read<T>(schema: z.ZodMiniType<T>, value: unknown, name: string): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw refusedField(name, "Operation value is not valid for this field.");
}

const idOrName = z.looseObject({ id: z.optional(z.string()), name: z.optional(z.string()) });
const amount = z.nullable(z.number().check(z.nonnegative()));

const setters: Readonly<Record<string, Setter>> = {
  summary: (value) => ({
    summary: read(z.string().check(z.minLength(1), z.maxLength(255)), value, "summary"),
  }),
  labels: (value) => ({ labels: read(z.array(z.string()), value, "labels") }),
  duedate: (value) => ({ dueDate: read(z.nullable(z.iso.date()), value, "duedate") }),
  customfield_10034: (value) => ({ storyPoints: read(amount, value, "customfield_10034") }),
  timeoriginalestimate: (value) => ({
    originalEstimateSeconds: read(amount, value, "timeoriginalestimate"),
  }),
  customfield_10020: (value, { store }) => {
    const id = read(z.nullable(z.number()), value, "customfield_10020");
    if (id === null) return { sprintIds: [] };
    if (!store.catalog.sprints.has(String(id))) {
      throw refusedField("customfield_10020", `Sprint with id '${String(id)}' does not exist.`);
    }
    return { sprintIds: [String(id)] };
  },
  assignee: (value, world) => {
    const person = z.nullable(z.looseObject({ accountId: z.nullable(z.string()) }));
    const accountId = read(person, value, "assignee")?.accountId ?? null;
    const known =
      accountId === null ||
      world.store.catalog.people.has(accountId) ||
      world.users.some((user) => user.accountId === accountId);
    if (!known) throw refusedField("assignee", "Specify a valid value for assignee");
    return { assignee: accountId };
  },
  parent: (value, world, asker) => {
    const reference = z.nullable(
      z.looseObject({ id: z.optional(z.string()), key: z.optional(z.string()) }),
    );
    const asked = read(reference, value, "parent");
    if (asked === null) return { parentId: null };
    const parent = findIssue(world, asker, asked.id ?? asked.key ?? "");
    if (parent === undefined) throw refusedField("parent", "Could not find issue by id or key.");
    return { parentId: parent.id };
  },
  fixVersions: (value, { store }) => ({
    fixVersionIds: read(z.array(idOrName), value, "fixVersions").map((asked) =>
      idIn(store.catalog.versions, asked, "fixVersions"),
    ),
  }),
  components: (value, { store }) => ({
    componentIds: read(z.array(idOrName), value, "components").map((asked) =>
      idIn(store.catalog.components, asked, "components"),
    ),
  }),
  resolution: (value, { store }) => {
    const asked = read(z.nullable(idOrName), value, "resolution");
    const { resolutions } = store.catalog;
    return { resolutionId: asked && idIn(resolutions, asked, "resolution") };
  },
  priority: (value, { store }) => ({
    priorityId: idIn(store.catalog.priorities, read(idOrName, value, "priority"), "priority"),
  }),
};

function idIn(
  things: ReadonlyMap<string, Named>,
  asked: z.infer<typeof idOrName>,
  field: string,
): string {
  const found =
    asked.id === undefined
      ? [...things.values()].find(({ name }) => name === asked.name)
      : things.get(asked.id);
  if (found !== undefined) return found.id;
  const written = asked.id ?? asked.name ?? "";
  throw refusedField(field, `${field} with id or name '${written}' does not exist.`);
}

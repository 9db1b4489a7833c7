import { isReleased, type Version } from "../store/catalog";
import type { JqlCall, JqlContext, JqlField } from "./field";
import { resolveNamed } from "./resolve-named";

/** Versions of one project stand in the order of their ids, as Jira puts new ones last; moving them is not modelled. */
export const fixVersionField: Extract<JqlField, { kind: "reference" }> = {
  kind: "reference",
  values: ({ fields }) => fields.fixVersionIds,
  resolve: (value, field, { world, asker }) =>
    resolveNamed(value, field, world.store.catalog.versions, (version) =>
      asker.seesProject(version.projectId),
    ),
  call: versionsOfCall,
  compare: (value, bound, { world }) => {
    const { versions } = world.store.catalog;
    const isOneProject = versions.get(value)?.projectId === versions.get(bound)?.projectId;
    return isOneProject ? Number(value) - Number(bound) : undefined;
  },
};

function versionsOfCall(call: JqlCall, context: JqlContext): readonly string[] | undefined {
  const released = releasedOf.get(call.name);
  if (released === undefined) return undefined;
  const found = versionsIn(call.args, context)
    .filter((version) => isReleased(version, context.now) === released)
    .sort((a, b) => Number(a.id) - Number(b.id));
  const ids = found.map(({ id }) => id);
  if (call.name.startsWith("latest")) return ids.slice(-1);
  return call.name.startsWith("earliest") ? ids.slice(0, 1) : ids;
}

const releasedOf = new Map([
  ["releasedversions", true],
  ["latestreleasedversion", true],
  ["unreleasedversions", false],
  ["earliestunreleasedversion", false],
]);

function versionsIn(projectNames: readonly string[], { world, asker }: JqlContext): Version[] {
  const { versions, projects } = world.store.catalog;
  const isAsked = (projectId: string) => {
    const project = projects.get(projectId);
    return projectNames.some((name) => name === project?.key || name === project?.name);
  };
  return [...versions.values()].filter(
    ({ projectId }) =>
      asker.seesProject(projectId) && (projectNames.length === 0 || isAsked(projectId)),
  );
}

import { z } from "zod/mini";
import { transitionIssue } from "../../edit/edit-issue";
import type { Status } from "../../store/catalog";
import type { World } from "../../world";
import { resolutionBean, statusBean } from "../beans/catalog-beans";
import { editableFields } from "../editable-fields";
import { knownIssue } from "../known";
import { originOf } from "../origin-of";
import { listParameter } from "../paging";
import type { Resource } from "../resource";
import { notModelled, ok, refused } from "../rest-answer";
import { statusesOfProject } from "../workflow";

const asked = z.looseObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.optional(z.record(z.string(), z.unknown())),
  update: z.optional(z.record(z.string(), z.unknown())),
});

const notPossible =
  "It seems that you have tried to perform a workflow operation that is not valid for the current state of this issue.";

/** Moving through the workflow: to every status that issues of the project have; a screen before Done asks for the resolution. */
export const transitionResources: readonly Resource[] = [
  {
    operation: "GET /rest/api/3/issue/{issueIdOrKey}/transitions",
    query: ["expand", "transitionId"],
    answer: (world, { asker, parameter, query }) => {
      const { fields } = knownIssue(world, asker, parameter("issueIdOrKey"));
      const expand = listParameter(query, "expand");
      const unmodelled = expand.find((name) => name !== "transitions.fields");
      if (unmodelled !== undefined) throw notModelled(`expand=${unmodelled} of transitions`);
      const wanted = query.get("transitionId");
      const transitions = statusesOfProject(world, fields.projectId)
        .filter(({ id }) => id !== fields.statusId && (wanted === null || id === wanted))
        .map((status) => transitionBean(world, status, expand.length > 0));
      return ok({ expand: "transitions", transitions });
    },
  },
  {
    operation: "POST /rest/api/3/issue/{issueIdOrKey}/transitions",
    answer: (world, { asker, parameter, body }) => {
      const issue = knownIssue(world, asker, parameter("issueIdOrKey"));
      const parsed = asked.safeParse(body);
      const target = statusesOfProject(world, issue.fields.projectId).find(
        ({ id }) => parsed.success && id === parsed.data.transition.id,
      );
      if (!parsed.success || target === undefined) throw refused(400, [notPossible]);
      const { fields = {}, update = {} } = parsed.data;
      if (Object.keys(update).length > 0) throw notModelled("update of a transition");
      checkOnScreen(target, fields);
      const { resolutionId } = editableFields(world, asker, fields);
      const transition = { statusId: target.id, ...(resolutionId ? { resolutionId } : {}) };
      transitionIssue(world, issue.id, transition, originOf(asker));
      return { status: 204, body: undefined };
    },
  },
];

function transitionBean(world: World, status: Status, withFields: boolean) {
  const hasScreen = status.category === "done";
  return {
    id: status.id,
    name: status.name,
    to: statusBean(world, status),
    hasScreen,
    isGlobal: true,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
    ...(withFields ? { fields: hasScreen ? { resolution: resolutionField(world) } : {} } : {}),
  };
}

function resolutionField(world: World) {
  return {
    required: true,
    schema: { type: "resolution", system: "resolution" },
    name: "Resolution",
    key: "resolution",
    hasDefaultValue: false,
    operations: ["set"],
    allowedValues: [...world.store.catalog.resolutions.values()].map((each) =>
      resolutionBean(world, each),
    ),
  };
}

function checkOnScreen(target: Status, fields: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(fields)) {
    if (name === "resolution" && target.category === "done") continue;
    const message = `Field '${name}' cannot be set. It is not on the appropriate screen, or unknown.`;
    throw refused(400, [], { [name]: message });
  }
}

import { z } from "zod/mini";
import { deleteVersion } from "../../edit/delete-version";
import type { World } from "../../world";
import { knownVersion } from "../known-version";
import { originOf } from "../origin-of";
import type { Resource, RestRequest } from "../resource";
import { notModelled, refused, type RestAnswer } from "../rest-answer";

const swap = z.looseObject({ moveFixIssuesTo: z.optional(z.number()) });

/** Deleting versions, by the present operation and by the older one with its query parameters. */
export const versionRemovalResources: readonly Resource[] = [
  {
    operation: "POST /rest/api/3/version/{id}/removeAndSwap",
    answer: (world, request) => {
      const { moveFixIssuesTo, ...others } = swap.parse(request.body ?? {});
      const unmodelled = Object.keys(others)[0];
      if (unmodelled !== undefined) throw notModelled(`member ${unmodelled} of removeAndSwap`);
      const moveTo = moveFixIssuesTo === undefined ? undefined : String(moveFixIssuesTo);
      return removed(world, request, moveTo);
    },
  },
  {
    operation: "DELETE /rest/api/3/version/{id}",
    query: ["moveFixIssuesTo"],
    answer: (world, request) =>
      removed(world, request, request.query.get("moveFixIssuesTo") ?? undefined),
  },
];

function removed(
  world: World,
  { asker, parameter }: RestRequest,
  moveToId: string | undefined,
): RestAnswer {
  const version = knownVersion(world, asker, parameter("id"));
  const moveTo = moveToId === undefined ? undefined : world.store.catalog.versions.get(moveToId);
  const fits = moveTo?.projectId === version.projectId && moveTo.id !== version.id;
  if (moveToId !== undefined && !fits) throw refused(400, ["The version to move to is not valid."]);
  deleteVersion(world, version, moveTo, originOf(asker));
  return { status: 204, body: undefined };
}

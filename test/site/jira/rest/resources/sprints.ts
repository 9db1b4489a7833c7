import { z } from "zod/mini";
import { createSprint, deleteSprint, editSprint } from "../../edit/edit-sprint";
import type { Sprint } from "../../store/catalog";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { agileSprintBean } from "../beans/catalog-beans";
import { originOf } from "../origin-of";
import type { Resource } from "../resource";
import { ok, refused } from "../rest-answer";

const patch = z.object({
  name: z.optional(z.string()),
  state: z.optional(z.string()),
  startDate: z.optional(z.iso.datetime({ offset: true })),
  endDate: z.optional(z.iso.datetime({ offset: true })),
});
const fresh = z.object({
  name: z.string(),
  originBoardId: z.number(),
  startDate: z.optional(z.iso.datetime({ offset: true })),
  endDate: z.optional(z.iso.datetime({ offset: true })),
});

/** Reading, making, starting, closing and deleting sprints. */
export const sprintResources: readonly Resource[] = [
  {
    operation: "GET /rest/agile/1.0/sprint/{sprintId}",
    answer: (world, { asker, parameter }) =>
      ok(agileSprintBean(world, knownSprint(world, asker, parameter("sprintId")))),
  },
  {
    operation: "POST /rest/agile/1.0/sprint/{sprintId}",
    answer: (world, { asker, parameter, body }) => {
      const sprint = knownSprint(world, asker, parameter("sprintId"));
      const parsed = patch.safeParse(body);
      if (!parsed.success) throw refused(400, ["The request is invalid."]);
      const { name, state, startDate, endDate } = parsed.data;
      const edited = editSprint(
        world,
        sprint,
        {
          ...(name === undefined ? {} : { name }),
          ...(state === undefined ? {} : { state }),
          ...(startDate === undefined ? {} : { start: Date.parse(startDate) }),
          ...(endDate === undefined ? {} : { end: Date.parse(endDate) }),
        },
        originOf(asker),
      );
      if (edited === undefined) throw refused(400, [`Sprint cannot become '${String(state)}'.`]);
      return ok(agileSprintBean(world, edited));
    },
  },
  {
    operation: "DELETE /rest/agile/1.0/sprint/{sprintId}",
    answer: (world, { asker, parameter }) => {
      deleteSprint(world, knownSprint(world, asker, parameter("sprintId")), originOf(asker));
      return { status: 204, body: undefined };
    },
  },
  {
    operation: "POST /rest/agile/1.0/sprint",
    answer: (world, { asker, body }) => {
      const parsed = fresh.safeParse(body);
      if (!parsed.success) throw refused(400, ["The request is invalid."]);
      const { name, originBoardId: boardId, startDate, endDate } = parsed.data;
      const board = world.store.catalog.boards.get(boardId);
      if (board === undefined || !asker.seesProject(board.projectId)) {
        throw refused(404, ["The board does not exist."]);
      }
      const start = startDate === undefined ? null : Date.parse(startDate);
      const end = endDate === undefined ? null : Date.parse(endDate);
      const sprint = createSprint(world, { name, boardId, start, end }, originOf(asker));
      return { status: 201, body: agileSprintBean(world, sprint) };
    },
  },
];

function knownSprint(world: World, asker: Asker, id: string): Sprint {
  const sprint = world.store.catalog.sprints.get(id);
  const board = world.store.catalog.boards.get(sprint?.boardId ?? 0);
  const isHidden = board !== undefined && !asker.seesProject(board.projectId);
  if (sprint !== undefined && !isHidden) return sprint;
  throw refused(404, ["Sprint does not exist."]);
}

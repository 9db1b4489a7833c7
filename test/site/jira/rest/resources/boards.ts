import { type Board, sprintState } from "../../store/catalog";
import type { Asker } from "../../visibility";
import type { World } from "../../world";
import { agilePage } from "../agile-page";
import { boardBean, boardConfigurationBean } from "../beans/board-beans";
import { agileSprintBean } from "../beans/catalog-beans";
import { listParameter } from "../paging";
import type { Resource } from "../resource";
import { ok, refused } from "../rest-answer";

/** Boards, one for each project, with their configuration and sprints. */
export const boardResources: readonly Resource[] = [
  {
    operation: "GET /rest/agile/1.0/board",
    query: ["startAt", "maxResults", "type", "name", "projectKeyOrId"],
    answer: (world, { asker, query }) => {
      const types = listParameter(query, "type");
      const name = (query.get("name") ?? "").toLowerCase();
      const project = query.get("projectKeyOrId");
      const found = [...world.store.catalog.boards.values()]
        .filter(({ projectId }) => asker.seesProject(projectId))
        .filter((board) => types.length === 0 || types.includes(board.type))
        .filter((board) => board.name.toLowerCase().includes(name))
        .filter(({ projectId }) => {
          const key = world.store.catalog.projects.get(projectId)?.key;
          return project === null || project === projectId || project === key;
        });
      const page = agilePage(found, query);
      return ok({ ...page, values: page.values.map((board) => boardBean(world, board)) });
    },
  },
  {
    operation: "GET /rest/agile/1.0/board/{boardId}",
    answer: (world, { asker, parameter }) =>
      ok(boardBean(world, knownBoard(world, asker, parameter("boardId")))),
  },
  {
    operation: "GET /rest/agile/1.0/board/{boardId}/configuration",
    answer: (world, { asker, parameter }) =>
      ok(boardConfigurationBean(world, knownBoard(world, asker, parameter("boardId")))),
  },
  {
    operation: "GET /rest/agile/1.0/board/{boardId}/sprint",
    query: ["startAt", "maxResults", "state"],
    answer: (world, { asker, parameter, query }) => {
      const board = knownBoard(world, asker, parameter("boardId"));
      if (board.type === "kanban") throw refused(400, ["The board does not support sprints"]);
      const states = listParameter(query, "state");
      const found = sprintsOf(world, board).filter(
        ({ state }) => states.length === 0 || states.includes(state),
      );
      const page = agilePage(found, query);
      return ok({
        ...page,
        values: page.values.map(({ sprint }) => agileSprintBean(world, sprint)),
      });
    },
  },
];

const order = ["closed", "active", "future"];

/** By state, then by place in the backlog, which is their number here. */
function sprintsOf(world: World, board: Board) {
  const now = world.store.now();
  return [...world.store.catalog.sprints.values()]
    .filter(({ boardId }) => boardId === board.id)
    .map((sprint) => ({ sprint, state: sprintState(sprint, now) }))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state) || a.sprint.id - b.sprint.id);
}

/** The board of this id; 404 when there is none or its project is hidden. */
function knownBoard(world: World, asker: Asker, id: string): Board {
  const board = world.store.catalog.boards.get(Number(id));
  if (board !== undefined && asker.seesProject(board.projectId)) return board;
  throw refused(404, [
    "Requested board cannot be viewed because it either does not exist or you do not have permission to view it.",
  ]);
}

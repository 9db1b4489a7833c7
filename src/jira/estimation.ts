import { route } from "@forge/api";
import * as z from "zod/mini";
import type { BoardEstimate, Estimation } from "../use-cases/settings/settings-ports";
import type { AskJira } from "./ask-jira";
import { fieldList, isNumberField, pointsFieldsAmong } from "./estimate-fields";
import { JiraRefused } from "./jira-refused";

/** Boards a page of the board list gives at most, and two pages of them are read. */
const boardsPerPage = 50;
const mostBoards = 100;

const boardPage = z.object({
  isLast: z.boolean(),
  values: z.array(
    z.object({
      id: z.number(),
      name: z.string(),
      location: z.optional(z.object({ projectKey: z.optional(z.string()) })),
    }),
  ),
});
type Board = z.output<typeof boardPage>["values"][number];

const configuration = z.object({
  estimation: z.optional(z.object({ field: z.optional(z.object({ fieldId: z.string() })) })),
});

/** How the site estimates: its number fields, and by which of them its boards do; null when Jira does not tell now. */
export async function estimation(asker: AskJira): Promise<Estimation | null> {
  try {
    return await readEstimation(asker);
  } catch (error) {
    if (error instanceof JiraRefused) return null;
    throw error;
  }
}

async function readEstimation(asker: AskJira): Promise<Estimation> {
  const path = route`/rest/api/3/field`;
  const fields = await asker.ask({ name: "field", path, answer: fieldList });
  const found = new Set(pointsFieldsAmong(fields).map(({ id }) => id));
  const { boards, more } = await firstBoards(asker);
  return {
    fields: fields
      .filter(isNumberField)
      .map(({ id, name }) => ({ id, name, found: found.has(id) })),
    boards: await Promise.all(boards.map((board) => estimateOf(asker, board))),
    more,
  };
}

async function firstBoards({ ask }: AskJira) {
  const boards: Board[] = [];
  for (;;) {
    const query = new URLSearchParams({
      startAt: String(boards.length),
      maxResults: String(boardsPerPage),
    });
    const path = route`/rest/agile/1.0/board?${query}`;
    const page = await ask({ name: "board", path, answer: boardPage });
    boards.push(...page.values);
    const isEnd = page.isLast || page.values.length === 0;
    if (isEnd || boards.length >= mostBoards) return { boards, more: !isEnd };
  }
}

async function estimateOf({ ask }: AskJira, board: Board): Promise<BoardEstimate> {
  const path = route`/rest/agile/1.0/board/${String(board.id)}/configuration`;
  const read = await ask({ name: "board/configuration", path, answer: configuration });
  return {
    boardName: board.name,
    projectKey: board.location?.projectKey ?? null,
    fieldId: read.estimation?.field?.fieldId ?? null,
  };
}

import * as z from "zod/mini";
import type { HistogramCell } from "../domain/histogram";
import { id, int } from "./decoders";
import { unpaired } from "./packed";
import { states } from "./scope-cells";

const row = z.object({
  goal_id: id,
  draws: int,
  n: int,
  points_open: int,
  points_done: int,
  time_open: int,
  time_done: int,
  dropped: int,
});

/** The leaves of a goal's scope in one project and of one type: those without a size draw theirs from the same pool. */
export const leafDraw = z.pipe(
  row,
  z.transform((each) => {
    const [projectId, typeId] = unpaired(each.draws);
    const [pointsDropped, timeDropped] = unpaired(each.dropped);
    const counts = (open: number, dropped: number, done: number) => [
      ...unpaired(open),
      dropped,
      ...unpaired(done),
    ];
    return {
      goalId: each.goal_id,
      projectId: String(projectId),
      typeId: String(typeId),
      n: each.n,
      /** How many have no size, in the order of `classes`. */
      points: counts(each.points_open, pointsDropped, each.points_done),
      time: counts(each.time_open, timeDropped, each.time_done),
    };
  }),
);
export type LeafDraw = z.output<typeof leafDraw>;

/** To do, in progress, dropped, claimed, confirmed. */
const classes = states.filter(({ openSubTask }) => !openSubTask);

/** Those without a size, as cells of the histogram under a rule. By name, because there are many: copies take longer. */
export function unsizedCells(
  rule: "points" | "time",
  draws: readonly LeafDraw[],
): readonly HistogramCell[] {
  const cells: HistogramCell[] = [];
  for (const draw of draws) {
    classes.forEach(({ category, dropped, settled }, place) => {
      const n = draw[rule][place] ?? 0;
      if (n === 0) return;
      cells.push({
        role: "leaf",
        category,
        dropped,
        settled,
        openSubTask: false,
        projectId: draw.projectId,
        typeId: draw.typeId,
        level: 0,
        size: null,
        n,
      });
    });
  }
  return cells;
}

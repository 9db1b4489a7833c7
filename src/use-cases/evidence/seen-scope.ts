import type { ProgressView, ReadingPause } from "../../contract/progress";
import { leavesOf } from "../../domain/leaves";
import { withholdFor } from "../../domain/withhold";
import type { ViewerPorts } from "../ports";
import { progressViewOf } from "../progress-view";
import { type Sight, sightOfGoals } from "../sight";
import type { GoalRow } from "../store-ports";
import type { KnownScope } from "./known-scope";
import type { Standing } from "./standing";
import { nothingStored, placesOf, storedAs } from "./stored-as";

/** What one person may see of a state of a goal. */
export type SeenScope = {
  /** Whether they may see this issue; its project and security level of today decide. */
  readonly sees: (issueId: string) => boolean;
  readonly progress: ProgressView;
  /** False where C15 withholds everything but shares in whole percent. */
  readonly details: boolean;
};

/** Asks Jira once for all projects and secured issues of a scope. */
export function sightOfScope(ports: ViewerPorts, { scope, standings }: KnownScope): Promise<Sight> {
  return sightOfIssues(
    ports,
    scope.items.map(({ id }) => id),
    standings,
  );
}

/** The same for any issues. */
export function sightOfIssues(
  ports: ViewerPorts,
  issueIds: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Promise<Sight> {
  const places = placesOf(issueIds, standings);
  return sightOfGoals(ports, [{ ...nothingStored, ...places }]);
}

export function seenScope(
  known: KnownScope,
  sight: Sight,
  { reading, below }: Pick<GoalRow, "reading" | "below"> = nothingToRead,
  pause: ReadingPause | null = null,
): SeenScope {
  const { scope, goal, standings } = known;
  const leaves = leavesOf(scope).map(({ item }) => item);
  const rollup = storedAs(known, leaves);
  const sees = (issueId: string) => seesIssue(sight, issueId, standings.get(issueId));
  const hiddenLeaves = leaves.filter(({ id }) => !sees(id)).length;
  const hiddenIssues = scope.items.filter(({ id }) => !sees(id)).length;
  return {
    sees,
    progress: progressViewOf({ goal, rollup, reading, below }, sight, pause),
    details: [hiddenLeaves, hiddenIssues].every(
      (hidden) => withholdFor(hidden, known.rollup.progress).details,
    ),
  };
}

const nothingToRead = { reading: null, below: null };

export function seesIssue(sight: Sight, issueId: string, standing: Standing | undefined): boolean {
  if (standing === undefined || !sight.mayBrowse(standing.projectId)) return false;
  return !standing.secured || sight.seesSecured(issueId);
}

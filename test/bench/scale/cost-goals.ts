import type { Measured } from "./measured";
import type { MeasuredSite } from "./measure-site";
import { workNames, type WorkName } from "./work-names";

/** A figure of the README's cost goals beside what was measured of it. */
export type CostGoal = { readonly name: string; readonly most: number; readonly measured: number };

/** The cost goals that the measured works of a site can tell of; works that were refused tell nothing. */
export function costGoalsOf(site: MeasuredSite): readonly CostGoal[] {
  const { works, issues, goals, store } = site;
  const of = (name: WorkName, most: number, figure: string, value: (work: Measured) => number) =>
    works
      .filter(({ work, broken }) => work === name && broken === null)
      .map((work) => ({ name: `${name}: ${figure}`, most, measured: value(work) }));
  const statements = ({ statements: n }: Measured) => n;
  const milliseconds = (work: Measured) => work.milliseconds;
  const rounds = Math.ceil(goals / 200);
  const pages = Math.ceil(mostImportRequests(site));
  return [
    ...of(workNames.firstView, 2, "statements", statements),
    ...of(workNames.view, 5, "ms", milliseconds),
    ...of(workNames.view, 64, "KiB of answer", ({ answer }) => answer.bytes / 1024),
    ...of(workNames.event, 14, "statements", statements),
    ...of(workNames.event, 100, "ms", milliseconds),
    ...of(workNames.burst, 14 + 3 * rounds, "statements", statements),
    ...of(workNames.burst, 2000, "ms", milliseconds),
    ...of(workNames.roll, 2000, "ms", milliseconds),
    ...of(workNames.snapshot, 100, "ms", milliseconds),
    ...of(workNames.import, pages, "Jira requests", (work) => work.jiraRequests),
    { name: "any statement: MiB", most: 16, measured: mostMemory(works) / 2 ** 20 },
    { name: "any statement: seconds", most: 5, measured: slowest(works) / 1000 },
    { name: "store: bytes an issue", most: 700, measured: store.bytes / issues },
  ];
}

/** Jira requests of a first import; each link brings a container, and history is read by jobs of its own. */
export const mostImportRequests = ({ issues, links }: Pick<MeasuredSite, "issues" | "links">) =>
  issues / 100 + issues / 1000 + links / 100 + 20;

const mostMemory = (works: readonly Measured[]) =>
  Math.max(0, ...works.map(({ memory }) => memory?.bytes ?? 0));

const slowest = (works: readonly Measured[]) =>
  Math.max(...works.map((work) => work.slowest.milliseconds));

import type { Answer } from "../../contract/answer";
import type { GoalHistory } from "../../contract/evidence";
import { leavesOf } from "../../domain/leaves";
import type { Progress } from "../../domain/rollup";
import type { ScopeAsOf } from "../../domain/scope-state";
import { sizingOf } from "../../domain/sizing";
import { findVisible, isRefused } from "../permissions";
import type { ViewerPorts } from "../ports";
import { answered } from "../refusal";
import { calendarDay, dayBegins } from "./calendar-day";
import { dayStart } from "./day-start";
import { type KnownPast, knownPastOf } from "./known-past";
import { pastProjects } from "./past-projects";
import { presentOf, reachedIn, sceneAt } from "./scene";
import { scopeAt } from "./scope-at";
import { seesIssue, sightOfIssues } from "./seen-scope";
import { wholePercent } from "./whole-percent";

type Point = GoalHistory["points"][number];

/** The course of a goal's number: day by day where it was seen then, rebuilt before. */
export async function goalHistory(
  ports: ViewerPorts,
  { goalId }: { readonly goalId: string },
): Promise<Answer<GoalHistory>> {
  const found = await findVisible(ports, goalId);
  if (isRefused(found)) return found;
  const { goal } = found.row;
  const now = ports.now();
  const past = await knownPastOf(ports, goal);
  const { firstAt, exact } = await whatIsSeen(ports, past, now);
  const course = { createdAt: goal.createdAt.toISOString(), now: now.toISOString() };
  if (firstAt === null) return answered({ ...course, firstAt: null, points: [] });
  const { timeZone } = await ports.store.settings();
  const observed = await observedPoints(ports, { goalId, firstAt, now, timeZone });
  const seenDays = new Set(observed.map(({ day }) => day));
  const instants = instantsBetween(firstAt, now, pointsFor(past)).filter(
    (at) => !seenDays.has(calendarDay(at, timeZone)),
  );
  const points = [...observed.map(({ point }) => point), ...(await rebuilt(ports, past, instants))];
  return answered({
    ...course,
    firstAt: firstAt.toISOString(),
    points: points.map((point) => (exact ? point : rounded(point))).toSorted(byTime),
  });
}

/**
 * The course begins with the first issue that the person sees, because when a hidden one was created is hidden. Where
 * any issue of the course is hidden, all of it comes in whole percent.
 */
async function whatIsSeen(
  ports: ViewerPorts,
  past: KnownPast,
  now: Date,
): Promise<{ readonly firstAt: Date | null; readonly exact: boolean }> {
  const ids = past.issues.map(({ id }) => id);
  const sight = await sightOfIssues(ports, ids, past.standings);
  const visible = past.issues.filter(({ id }) => seesIssue(sight, id, past.standings.get(id)));
  const scene = sceneAt(past, presentOf(past, now));
  const inScope = reachedIn(scene, scene.node).ids;
  if (inScope.size === 0) return { firstAt: null, exact: true };
  const created = visible.filter(({ id }) => inScope.has(id)).map(({ createdAt }) => createdAt);
  const first = created.reduce<Date | null>(earlier, null);
  return {
    firstAt: first ?? past.tree.root.goal.createdAt,
    exact: visible.length === past.issues.length,
  };
}

const earlier = (a: Date | null, b: Date) => (a === null || b < a ? b : a);

async function observedPoints(
  { store }: ViewerPorts,
  asked: {
    readonly goalId: string;
    readonly firstAt: Date;
    readonly now: Date;
    readonly timeZone: string;
  },
): Promise<readonly { readonly day: string; readonly point: Point }[]> {
  const { goalId, firstAt, now, timeZone } = asked;
  const [from, to] = [firstAt, now].map((at) => calendarDay(at, timeZone));
  const days = from === undefined || to === undefined ? [] : await store.days.of(goalId, from, to);
  return days.map(({ day, rollup }) => ({
    day,
    point: pointOf(dayBegins(day, timeZone), "observed", rollup.progress),
  }));
}

const mostPoints = 40;
const fewestPoints = 8;
/** Issues times points that one call rebuilds within a few seconds. */
const mostRebuilt = 120_000;

const pointsFor = ({ issues }: KnownPast) =>
  Math.max(fewestPoints, Math.min(mostPoints, Math.floor(mostRebuilt / (issues.length + 1))));

/** Days that lie as evenly as days can between two instants, in UTC. */
function instantsBetween(first: Date, now: Date, wanted: number): readonly Date[] {
  const begin = first.getTime();
  const step = (now.getTime() - begin) / wanted;
  const starts = Array.from({ length: wanted }, (_, n) =>
    dayStart(new Date(begin + (n + 1) * step)).getTime(),
  );
  return [...new Set(starts)].filter((at) => at >= begin).map((at) => new Date(at));
}

async function rebuilt(
  ports: ViewerPorts,
  past: KnownPast,
  instants: readonly Date[],
): Promise<readonly Point[]> {
  const projects = pastProjects(ports, past.words);
  const points: Point[] = [];
  for (const at of instants.toReversed()) {
    const known = await scopeAt(ports, sceneAt(past, at), projects, drawsFromPools);
    const { knowledge } = known;
    const isSure = knowledge.kind === "past" && knowledge.unread.length === 0;
    points.push(pointOf(at, isSure ? "replayed" : "estimated", known.rollup.progress));
  }
  return points;
}

/** Where every item has a size of its own, no pool changes the number. */
const drawsFromPools = (scope: ScopeAsOf) =>
  leavesOf(scope).some(({ item, role }) => sizingOf(item, role, scope.rule, {}).kind !== "own");

function pointOf(at: Date, source: Point["source"], progress: Progress): Point {
  const { headline, low, high } = progress.kind === "value" ? progress : nothing;
  return { at: at.toISOString(), source, headline, low, high };
}

const nothing = { headline: null, low: null, high: null };

const rounded = ({ headline, low, high, ...point }: Point): Point => ({
  ...point,
  headline: headline === null ? null : wholePercent(headline),
  low: low === null ? null : wholePercent(low),
  high: high === null ? null : wholePercent(high),
});

const byTime = (a: Point, b: Point) => a.at.localeCompare(b.at);

import { companyNow, companyStart, day, dayOf, workingTime } from "./calendar";
import type { Draft, Ref, Step } from "./draft";
import { planSubTasks } from "./plan-sub-tasks";
import { type Planned, planWork } from "./plan-work";
import type { Random } from "./random";
import type { Team } from "./team";
import type { Theme } from "./words/project-words";

/** What becomes of an epic beside the work in it. */
export type Fate = "usual" | "stalled" | "empty" | "abandoned" | "closed-early" | "forgotten";

export type EpicPlan = {
  readonly epic: Draft;
  readonly run: { readonly from: number; readonly until: number };
  readonly children: readonly Draft[];
};

/** Plans an epic and its work: most stories come with the plan, others are found on the way. */
export function planEpic(
  random: Random,
  team: Team,
  asked: {
    readonly theme: Theme;
    readonly initiative: Ref | null;
    readonly from: number;
    readonly fate: Fate;
  },
): EpicPlan {
  const { theme, from, fate } = asked;
  const days = random.between(70, 170);
  const run = { from, until: from + days * day };
  const createdAt = workingTime(
    random,
    Math.max(companyStart, from - random.between(30, 150) * day),
  );
  const ref = team.nextRef();
  const stalledAt = fate === "stalled" ? from + days * day * random.between(0.35, 0.6) : Infinity;
  const work = planChildren(random, team, { ref, theme, createdAt, run, fate, stalledAt });
  const epic = epicDraft(team, { ...asked, ref, createdAt, run });
  return {
    epic: { ...epic, steps: epicSteps(epic, work, { run, fate }) },
    run,
    children: work.flatMap((planned) => [
      planned.draft,
      ...(random.chance(0.21) ? planSubTasks(random, team, planned) : []),
    ]),
  };
}

type ChildrenAsked = {
  readonly ref: Ref;
  readonly theme: Theme;
  readonly createdAt: number;
  readonly run: EpicPlan["run"];
  readonly fate: Fate;
  readonly stalledAt: number;
};

function planChildren(random: Random, team: Team, asked: ChildrenAsked): readonly Planned[] {
  const { ref, theme, createdAt, run, fate, stalledAt } = asked;
  if (fate === "empty") return [];
  const wanted = Math.round(team.project.storiesPerEpic * random.between(0.5, 1.5));
  const length = run.until - run.from;
  return Array.from({ length: wanted }, () => {
    const late = random.chance(0.3);
    const born = late
      ? run.from + length * random.between(0.1, 0.95)
      : createdAt + random.between(0, 12) * day;
    const doneAround = late
      ? Math.max(born + 3 * day, born + random.longTail(40, 0.8) * day)
      : run.from + length * random.between(0.05, 1);
    return planWork(random, team, {
      type: random.weighted([
        ["Story", 7],
        ["Task", 2],
        ["Bug", late ? 3 : 0.3],
      ]),
      parent: ref,
      things: theme.things,
      createdAt: workingTime(random, born),
      doneAround,
      stalledAt: fate === "abandoned" ? run.from + length * 0.5 : stalledAt,
    });
  });
}

function epicDraft(
  team: Team,
  asked: {
    readonly ref: Ref;
    readonly theme: Theme;
    readonly initiative: Ref | null;
    readonly createdAt: number;
    readonly run: EpicPlan["run"];
  },
): Draft {
  const { project } = team;
  team.titles.add(asked.theme.title);
  return {
    ref: asked.ref,
    project,
    type: "Epic",
    summary: asked.theme.title,
    createdAt: asked.createdAt,
    reporter: project.people[0] ?? "",
    priority: "Medium",
    labels: [],
    components: [],
    parent: asked.initiative,
    status: "To Do",
    points: null,
    estimateSeconds: null,
    version: null,
    dueDay: dayOf(asked.run.until),
    securityLevel: null,
    comments: 3,
    steps: [],
  };
}

/** An epic is in progress from its first story on, and Done when somebody says so. */
function epicSteps(
  epic: Draft,
  work: readonly Planned[],
  { run, fate }: { readonly run: EpicPlan["run"]; readonly fate: Fate },
): readonly Step[] {
  const by = epic.reporter;
  const starts = work.flatMap(({ course }) => course.startAt ?? []);
  const begun: readonly Step[] = starts.length === 0 ? [] : [begin(Math.min(...starts), by)];
  const lastDone = Math.max(
    run.from,
    ...work.map(({ course }) => course.again?.doneAt ?? course.doneAt),
  );
  switch (fate) {
    case "usual":
      return [...begun, end(lastDone + 2 * day, by, "Done")];
    case "stalled":
    case "forgotten":
    case "empty":
      return begun;
    case "closed-early":
      return [...begun, end(Math.min(run.until - 20 * day, companyNow - 6 * day), by, "Done")];
    case "abandoned":
      return [...begun, end((run.from + run.until) / 2 + day, by, "Won't Do")];
  }
}

const begin = (at: number, by: string): Step => ({
  at: at + 1,
  by,
  changes: [{ kind: "status", to: "In Progress", resolution: null }],
});

const end = (at: number, by: string, resolution: "Done" | "Won't Do"): Step => ({
  at: Math.floor(at),
  by,
  changes: [{ kind: "status", to: "Done", resolution }],
});

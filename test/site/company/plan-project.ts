import { companyNow, companyStart, day, hour, workingTime } from "./calendar";
import type { Draft, Ref, Step } from "./draft";
import { type EpicPlan, type Fate, planEpic } from "./plan-epic";
import { planWork } from "./plan-work";
import type { Project } from "./projects";
import type { Random } from "./random";
import { createTeam, type Team } from "./team";

/** Plans all the work of a project; `initiativeOf` knows the initiatives by title. */
export function planProject(
  random: Random,
  project: Project,
  known: { readonly index: number; readonly initiativeOf: (title: string) => Ref },
): readonly Draft[] {
  const team = createTeam(project, known.index);
  const epics = planEpics(random.fork("epics"), team, known.initiativeOf);
  const inEpics = epics.flatMap(({ epic, run, children, fate }) => [
    epic,
    ...(fate === "abandoned" ? children.map((child) => givenUp(child, run)) : children),
  ]);
  return [
    ...inEpics,
    ...planLoose(random.fork("bugs"), team, { epics, type: "Bug", wanted: project.looseBugs }),
    ...planLoose(random.fork("tasks"), team, { epics, type: "Task", wanted: project.looseTasks }),
  ];
}

type Epic = EpicPlan & { readonly fate: Fate };

/** Epics begin one after the other over the whole time; the last ones lie ahead. */
function planEpics(
  random: Random,
  team: Team,
  initiativeOf: (title: string) => Ref,
): readonly Epic[] {
  const { themes } = team.project.words;
  const spacing = (companyNow + 20 * day - companyStart) / themes.length;
  return themes.map((theme, index) => {
    const from = companyStart + (index + random.between(0.1, 0.9)) * spacing;
    const fate = fates[index % fates.length] ?? "usual";
    const initiative = theme.initiative === null ? null : initiativeOf(theme.initiative);
    return { ...planEpic(random, team, { theme, initiative, from, fate }), fate };
  });
}

const fates: readonly Fate[] = [
  ...(["usual", "usual", "forgotten", "usual", "abandoned", "usual"] as const),
  ...(["usual", "stalled", "usual", "closed-early", "usual", "usual"] as const),
  ...(["empty", "usual", "stalled", "usual", "usual", "usual", "usual"] as const),
];

/** The rest of an abandoned epic is closed with it. */
function givenUp(child: Draft, run: EpicPlan["run"]): Draft {
  const at = Math.floor((run.from + run.until) / 2 + day - hour);
  if (child.createdAt >= at || child.type === "Sub-task") return child;
  const closed = child.steps.some(
    (step) =>
      step.at <= at && step.changes.some((each) => each.kind === "status" && each.to === "Done"),
  );
  if (closed) return child;
  const by = child.project.key === "SEC" ? "Goran Petrov" : child.reporter;
  const close: Step = {
    at,
    by,
    changes: [{ kind: "status", to: "Done", resolution: "Won't Do" }],
  };
  return { ...child, steps: [...child.steps.filter((step) => step.at <= at), close] };
}

/** Bugs and chores come in all the time; some of them join a running epic. */
function planLoose(
  random: Random,
  team: Team,
  asked: {
    readonly epics: readonly Epic[];
    readonly type: "Bug" | "Task";
    readonly wanted: number;
  },
): readonly Draft[] {
  const things = team.project.words.themes.flatMap((theme) => theme.things);
  return Array.from({ length: asked.wanted }, () => {
    const createdAt = workingTime(random, random.between(companyStart, companyNow - day));
    const running = asked.epics.filter(
      ({ epic, run, fate }) =>
        fate !== "empty" && epic.createdAt < createdAt && run.until > createdAt,
    );
    const joins = running.length > 0 && random.chance(0.15);
    return planWork(random, team, {
      type: asked.type,
      parent: joins ? random.pick(running).epic.ref : null,
      things,
      createdAt,
      doneAround: createdAt + random.longTail(asked.type === "Bug" ? 80 : 60, 1.4) * day,
      stalledAt: Infinity,
    }).draft;
  });
}

import type { WorkType } from "./course";
import type { Random } from "./random";
import type { Team } from "./team";

const attempts = 40;

/** A title of a kind of work about one of the things, not used before in the team. */
export function drawTitle(
  random: Random,
  team: Team,
  asked: { readonly type: Exclude<WorkType, "Sub-task">; readonly things: readonly string[] },
): string {
  const { places, stories, tasks, bugs } = team.project.words;
  const templates = { Story: stories, Task: tasks, Bug: bugs }[asked.type];
  const compose = () =>
    random
      .pick(templates)
      .replace("{thing}", random.pick(asked.things))
      .replace("{place}", random.pick(places));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const title = sentence(compose());
    if (team.titles.has(title)) continue;
    team.titles.add(title);
    return title;
  }
  const title = `${sentence(compose())}, second part`;
  team.titles.add(title);
  return title;
}

/** What is left to do under a story. */
export function drawSubTaskTitle(random: Random, used: readonly string[]): string {
  const free = subTasks.filter((title) => !used.includes(title));
  return random.pick(free);
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const subTasks = [
  "API and data model",
  "User interface",
  "Unit and contract tests",
  "Migration of existing data",
  "Feature flag and roll-out",
  "Documentation",
  "Tracking and dashboard",
  "Review with design",
  "Accessibility pass",
  "Translations",
];

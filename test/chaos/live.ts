import type { Random } from "../site/company/random";
import { projectKeys } from "./plan/chaos-site";
import { archiving, editJira } from "./plan/jira-edits";
import type { People } from "./plan/people";
import { rulesOf, type Trouble } from "./troubles";
import type { World } from "./world/world";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export type Life = {
  readonly world: World;
  readonly people: People;
  readonly chance: Random;
  readonly rounds: number;
  readonly troubles: ReadonlySet<Trouble>;
  /** The app's projects; permissions change by changing it. */
  readonly appProjects: string[];
  readonly note: (words: string) => void;
};

const mostSeed = 1_000_000;

/** Rounds of change in Jira and among the goals while everything goes wrong; then the troubles end. */
export async function live(life: Life): Promise<void> {
  const { world, chance, rounds, troubles } = life;
  const { faults, killer, platform } = world;
  const edits = chance.fork("edits");
  const pace = chance.fork("pace");
  const archives = chance.fork("archives");
  faults.set(rulesOf(chance.fork("rules"), troubles), chance.fork("faults").whole(1, mostSeed));
  killer.set(troubles.has("kills") ? chance.fork("kills").pick([0.03, 0.1, 0.3]) : 0);
  platform.crowding(troubles.has("crowds") ? 0.15 : 0);
  for (let round = 0; round < rounds; round += 1) {
    await editAFew(life, { edits, pace, archives });
    await world.agenda.advance(pace.pick([5 * second, minute, 7 * minute, 20 * minute]));
    leap(life, pace);
    changePermissions(life, pace);
  }
}

async function editAFew(
  { world: { agenda, jira }, people, troubles, note }: Life,
  { edits, pace, archives }: Readonly<Record<"edits" | "pace" | "archives", Random>>,
): Promise<void> {
  const many = pace.chance(0.1) ? pace.whole(10, 40) : pace.whole(1, 4);
  for (let edit = 0; edit < many; edit += 1) {
    note(editJira(jira, edits, troubles.has("vanishing issues")));
    if (troubles.has("archives") && archives.chance(0.1))
      note(archiving(jira, archives) ?? "nothing");
    await agenda.advance(pace.whole(0, 2 * second));
  }
  if (pace.chance(0.4)) note(await people.act());
}

function leap({ world: { agenda }, troubles, note }: Life, pace: Random): void {
  const isNow = pace.chance(0.1);
  const by = pace.pick([hour, 5 * hour, 2 * day]);
  if (!isNow || !troubles.has("leaps of time")) return;
  agenda.leap(by);
  note(`time leaps by ${String(by / hour)} h`);
}

/** The app loses a whole project, or gets it back. */
function changePermissions({ world, troubles, appProjects, note }: Life, pace: Random): void {
  const isNow = pace.chance(0.03);
  const key = pace.pick(projectKeys);
  if (!isNow || !troubles.has("permissions")) return;
  const at = appProjects.indexOf(key);
  if (at < 0) appProjects.push(key);
  else appProjects.splice(at, 1);
  world.silence.permissionsChanged();
  note(`the app ${at < 0 ? "sees" : "no longer sees"} ${key}`);
}

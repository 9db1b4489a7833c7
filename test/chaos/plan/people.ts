import type { InvocationResult } from "../../site/boundary";
import type { Random } from "../../site/company/random";
import { during } from "../world/during";
import type { World } from "../world/world";
import { admin } from "./chaos-site";
import { aDraft, aLink } from "./goal-edits";

/** The people of a run: what they made so far, and what they do next. */
export type People = {
  /** Writes the tree of goals with its links, before anything goes wrong. */
  readonly begin: (goals: number) => Promise<void>;
  /** Does one thing to the goals and says what it was. */
  readonly act: () => Promise<string>;
  readonly titles: () => ReadonlyMap<string, string>;
};

type Made = { readonly id: string; readonly title: string; version: number; links: string[] };

const patience = 3;

/** `byDay` lets them write rules that change their matches every midnight. */
export function createPeople(world: World, chance: Random, byDay: boolean): People {
  const goals: Made[] = [];
  let actions = 0;

  /** A person tries a few times with the same key, as the browser does, and then gives up. */
  const ask = async (call: string, request: Readonly<Record<string, unknown>>) => {
    const key = `chaos-action-${String((actions += 1))}`;
    for (let tries = 0; ; tries += 1) {
      const asked = world.call(admin, call, { key, ...request });
      const value = valueIn(await during(world.agenda, asked));
      if (value !== null || tries === patience || chance.chance(0.2)) return value;
      await world.agenda.advance(chance.whole(1, 20) * 1000);
    }
  };
  const create = async (parent: Made | undefined) => {
    const title = `G${String(goals.length + 1)}`;
    const made = await ask("createGoal", { goal: aDraft(chance, title, parent?.id ?? null) });
    const id = made === null ? undefined : made["goalId"];
    if (typeof id === "string") goals.push({ id, title, version: 1, links: [] });
    return `${title} is made under ${parent?.title ?? "nothing"}`;
  };
  const link = async (goal: Made) => {
    const [call, request] = aLink(chance, { jira: world.jira, goalId: goal.id, byDay });
    const made = await ask(call, request);
    const id = made === null ? undefined : made["linkId"];
    if (typeof id === "string") goal.links.push(id);
    return `${goal.title} is linked: ${inWords(goals, request)}`;
  };
  const unlink = async (goal: Made) => {
    const linkId = goal.links.length === 0 ? undefined : chance.pick(goal.links);
    if (linkId === undefined) return "nothing";
    await ask("unlink", { goalId: goal.id, linkId });
    goal.links = goal.links.filter((each) => each !== linkId);
    return `${goal.title} loses a link`;
  };
  /** The version is the one a person sees when the page is loaded. */
  const change = async (
    goal: Made,
    call: string,
    request: Readonly<Record<string, unknown>>,
  ): Promise<string> => {
    const seen = await ask("getGoal", { goalId: goal.id });
    const version = seen?.["version"];
    await ask(call, { goalId: goal.id, version, ...request });
    return `${goal.title}: ${call} ${inWords(goals, request)}`;
  };

  const act = async (): Promise<string> => {
    const goal = goals.length === 0 ? undefined : chance.pick(goals);
    if (goal === undefined) return create(undefined);
    const other = chance.pick(goals);
    const parentId = other === goal ? null : other.id;
    const doing = chance.weighted([
      [() => link(goal), 6],
      [() => unlink(goal), 3],
      [() => create(goal), 1],
      [() => change(goal, "moveGoal", { parentId }), 2],
      [() => change(goal, "archiveGoal", { archived: chance.chance(0.5) }), 2],
      [() => change(goal, "editGoal", { goal: aDraft(chance, goal.title, parentId) }), 4],
      [
        () => ask("recomputeGoal", { goalId: goal.id }).then(() => `${goal.title} is read again`),
        1,
      ],
    ]);
    return doing();
  };

  return {
    act,
    titles: () => new Map(goals.map(({ id, title }) => [id, title])),
    begin: async (count) => {
      for (let made = 0; made < count; made += 1) {
        const isRoot = made < 3;
        await create(isRoot || goals.length === 0 ? undefined : chance.pick(goals));
        const goal = goals.at(-1);
        const links = chance.whole(0, 2);
        for (let linked = 0; goal !== undefined && linked < links; linked += 1) await link(goal);
      }
    },
  };
}

/** Goals by their titles: ids differ from run to run. */
const inWords = (goals: readonly Made[], request: Readonly<Record<string, unknown>>) =>
  goals.reduce((words, { id, title }) => words.replaceAll(id, title), JSON.stringify(request));

/** What a call gave; null when it was refused or failed. */
function valueIn(result: InvocationResult): Readonly<Record<string, unknown>> | null {
  if (!result.ok || !isObject(result.value) || result.value["ok"] !== true) return null;
  const { value } = result.value;
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

import type { ViewerPorts } from "../ports";
import { dayStart } from "./day-start";
import type { KnownPast } from "./known-past";
import type { KnownScope } from "./known-scope";
import type { PastProjects } from "./past-projects";
import { type Scene, sceneAt } from "./scene";
import { scopeAt } from "./scope-at";
import { seenScope, type SeenScope, sightOfScope } from "./seen-scope";

/** A state of a goal and what the person who asks may see of it. */
export type State = { readonly known: KnownScope; readonly seen: SeenScope };
export type PastState = State & { readonly scene: Scene };

type Asked = { readonly past: KnownPast; readonly projects: PastProjects; readonly at: Date };

/** A goal at an instant; at the beginning of its day for whom C15 withholds exact shares from. */
export async function pastState(ports: ViewerPorts, asked: Asked): Promise<PastState> {
  const state = await stateAt(ports, asked);
  return state.seen.details ? state : stateAt(ports, { ...asked, at: dayStart(asked.at) });
}

async function stateAt(ports: ViewerPorts, { past, projects, at }: Asked): Promise<PastState> {
  const scene = sceneAt(past, at);
  const known = await scopeAt(ports, scene, projects);
  return { scene, known, seen: seenScope(known, await sightOfScope(ports, known)) };
}

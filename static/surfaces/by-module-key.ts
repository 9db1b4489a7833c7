import type { ComponentType } from "react";
import type { SurfaceProps } from "../parts/surface";

type Load = () => Promise<{ default: ComponentType<SurfaceProps> }>;

const goalProgress: Load = () => import("./goal-progress/goal-progress");
const notHereYet: Load = () => import("./not-here-yet/not-here-yet");

/** Module key of the manifest → its surface, loaded when the module is shown. */
export const surfaceByModuleKey: Readonly<Record<string, Load>> = {
  "goal-progress-gadget": goalProgress,
  "goal-progress-widget": goalProgress,
  "goal-tree-gadget": notHereYet,
  "goal-tree-widget": notHereYet,
  "attention-gadget": notHereYet,
  "attention-widget": notHereYet,
  "project-goals": () => import("./project-goals/project-goals"),
  "issue-goals": () => import("./issue-goals/issue-goals"),
  "goals-page": () => import("./goals-page/goals-page"),
  "goals-admin": () => import("./settings/settings"),
};

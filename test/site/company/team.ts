import type { Ref, Sprint, Version } from "./draft";
import type { Project } from "./projects";
import { sprintsOf } from "./sprints";
import { versionsOf } from "./versions";

/** A project with what its plans share while they are made. */
export type Team = {
  readonly project: Project;
  readonly sprints: readonly Sprint[];
  readonly versions: readonly Version[];
  /** Names a new issue. */
  readonly nextRef: () => Ref;
  /** Titles in use: no two issues of a project read alike. */
  readonly titles: Set<string>;
};

/** `index` keeps the ids of sprints and versions of several teams apart. */
export function createTeam(project: Project, index: number): Team {
  let drafts = 0;
  return {
    project,
    sprints: project.sprints === null ? [] : sprintsOf(project.sprints, (index + 1) * 100),
    versions: versionsOf(project, 10_000 + index * 100),
    nextRef: () => `${project.key}#${String((drafts += 1))}`,
    titles: new Set(),
  };
}

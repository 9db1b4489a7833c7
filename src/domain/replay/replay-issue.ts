import {
  categoryTimeline,
  type CategoryState,
  silentResolutions,
  silentStatuses,
} from "./done-timeline";
import { fieldReadings } from "./field-readings";
import { type IssueHistory, type IssueValues, type ReplayField, type SiteWords } from "./history";
import { type Breaks, type FieldReading, play, type Played } from "./play";
import type { Timeline } from "./timeline";

/** The life of one issue, ready to be asked for any instant. */
export type ReplayedIssue = {
  readonly id: string;
  readonly createdAt: Date;
  readonly fields: { readonly [Field in keyof IssueValues]: Timeline<IssueValues[Field]> };
  readonly categories: Timeline<CategoryState>;
  /** The values with which the changelog ends. */
  readonly end: IssueValues;
  /** Fields whose history is inconsistent. */
  readonly breaks: readonly FieldBreaks[];
};

export type FieldBreaks = Breaks & { readonly field: ReplayField };

/** Rebuilds an issue's past from its changelog: undone to its creation, then played forward. */
export function replayIssue(history: IssueHistory, words: SiteWords): ReplayedIssue {
  const all = playAll(history, words);
  const has = (wanted: ReplayField) => history.changes.some(({ field }) => field === wanted);
  const status = has("status") ? all.status.timeline : silentStatuses(history);
  const resolution = has("resolution") ? all.resolution.timeline : silentResolutions(history);
  return {
    id: history.id,
    createdAt: history.createdAt,
    fields: { ...timelinesOf(all), status, resolution },
    categories: categoryTimeline(history, status, words),
    end: endsOf(all),
    breaks: breaksOf(all),
  };
}

type AllPlayed = {
  readonly [Field in keyof IssueValues]: Played<IssueValues[Field]> & {
    readonly field: ReplayField;
  };
};

function playAll({ present, changes, createdAt }: IssueHistory, words: SiteWords): AllPlayed {
  const read = fieldReadings(words);
  return {
    status: played("status", present.status, read.status),
    resolution: played("resolution", present.resolution, read.resolution),
    points: played("points", present.points, read.points),
    estimateSeconds: played("estimate", present.estimateSeconds, read.estimate),
    parentId: played("parent", present.parentId, read.parent),
    fixVersions: played("fix-version", present.fixVersions, read.fixVersions),
    components: played("component", present.components, read.components),
    sprintIds: played("sprint", present.sprintIds, read.sprints),
    labels: played("labels", present.labels, read.labels),
    type: played("type", present.type, read.type),
    projectId: played("project", present.projectId, read.project),
    key: played("key", present.key, read.key),
  };

  function played<T>(field: ReplayField, value: T, reading: FieldReading<T>) {
    const own = changes.filter((change) => change.field === field);
    return { field, ...play(own, value, createdAt, reading) };
  }
}

function timelinesOf(all: AllPlayed): ReplayedIssue["fields"] {
  return {
    status: all.status.timeline,
    resolution: all.resolution.timeline,
    points: all.points.timeline,
    estimateSeconds: all.estimateSeconds.timeline,
    parentId: all.parentId.timeline,
    fixVersions: all.fixVersions.timeline,
    components: all.components.timeline,
    sprintIds: all.sprintIds.timeline,
    labels: all.labels.timeline,
    type: all.type.timeline,
    projectId: all.projectId.timeline,
    key: all.key.timeline,
  };
}

function endsOf(all: AllPlayed): IssueValues {
  return {
    status: all.status.end,
    resolution: all.resolution.end,
    points: all.points.end,
    estimateSeconds: all.estimateSeconds.end,
    parentId: all.parentId.end,
    fixVersions: all.fixVersions.end,
    components: all.components.end,
    sprintIds: all.sprintIds.end,
    labels: all.labels.end,
    type: all.type.end,
    projectId: all.projectId.end,
    key: all.key.end,
  };
}

function breaksOf(all: AllPlayed): readonly FieldBreaks[] {
  return Object.values(all).flatMap(({ field, breaks }) =>
    breaks.chain + breaks.end > 0 ? [{ field, ...breaks }] : [],
  );
}

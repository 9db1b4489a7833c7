import type { ChangeLine, IssueLine } from "../jira/import/issue-line";
import { applyChange, type Names } from "./apply-change";
import { companyNow, dayOf, isoOf } from "./calendar";
import type { Draft, Step } from "./draft";
import { type Fields, fieldsAtCreation } from "./fields";
import { linkWords, statuses, statusIds, typeLevels } from "./vocabulary";

/** What of an issue depends on the others. */
export type Place = Names & { readonly subTasksOf: (key: string) => readonly string[] };

/** Lets everything happen to an issue that happens before the data end, and writes it down as an export does. */
export function lineOf(draft: Draft, place: Place): IssueLine {
  const { fields, changelog } = live(draft, place);
  const level = typeLevels[draft.type];
  const parentKey = fields.parent && place.keyOf(fields.parent);
  const key = place.keyOf(draft.ref);
  return {
    site: "company.example",
    project: draft.project.key,
    projectName: draft.project.name,
    key,
    id: place.idOf(draft.ref),
    type: draft.type,
    subtask: level === -1,
    hierarchyLevel: level,
    parent: level === 0 ? null : parentKey,
    epic: level === 0 ? parentKey : null,
    summary: draft.summary,
    ...statusMembers(fields),
    priority: draft.priority,
    assignee: fields.assignee,
    reporter: draft.reporter,
    created: isoOf(draft.createdAt),
    updated: changelog.at(-1)?.at ?? isoOf(draft.createdAt),
    dueDate: draft.dueDay,
    ...sizeMembers(fields),
    labels: draft.labels,
    components: draft.components,
    ...planMembers(fields),
    subtasks: place.subTasksOf(key),
    links: fields.links.map(({ name, direction, to }) => ({
      type: name,
      direction,
      text: linkWords[name][direction],
      key: place.keyOf(to),
    })),
    commentCount: draft.comments,
    historyBasis: "full",
    ...(draft.securityLevel === null ? {} : { securityLevel: draft.securityLevel }),
    changelog,
  };
}

function live(draft: Draft, names: Names) {
  const steps = draft.steps
    .filter(({ at }) => at > draft.createdAt && at <= companyNow)
    .toSorted((a, b) => a.at - b.at);
  let fields = fieldsAtCreation(draft);
  const changelog: ChangeLine[] = [];
  for (const step of steps) {
    const taken = take(fields, step, names);
    fields = taken.fields;
    changelog.push(...taken.items);
  }
  return { fields, changelog };
}

function take(before: Fields, step: Step, names: Names) {
  let fields = before;
  const items: ChangeLine[] = [];
  for (const change of step.changes) {
    const applied = applyChange(fields, change, step.at, names);
    fields = applied.fields;
    items.push(...applied.items.map((item) => ({ at: isoOf(step.at), by: step.by, ...item })));
  }
  return { fields, items };
}

function statusMembers({ status, resolution, resolvedAt }: Fields) {
  return {
    status,
    statusId: statusIds[status],
    statusCategory: statuses[status],
    resolved: resolvedAt === null ? null : isoOf(resolvedAt),
    resolution,
  };
}

function sizeMembers({ points, originalSeconds, remainingSeconds, spentSeconds }: Fields) {
  return {
    storyPoints: points,
    originalEstimateSec: originalSeconds,
    remainingEstimateSec: remainingSeconds,
    timeSpentSec: spentSeconds,
  };
}

function planMembers({ versions, sprints }: Fields) {
  return {
    fixVersions: versions.map(({ id, name, releaseAt }) => ({
      id,
      name,
      released: releaseAt !== null && releaseAt <= companyNow,
      releaseDate: releaseAt === null ? null : dayOf(releaseAt),
    })),
    sprints: sprints.map(({ id, name, start, end }) => ({
      id,
      name,
      state: end <= companyNow ? "closed" : start <= companyNow ? "active" : "future",
      start: isoOf(start),
      end: isoOf(end),
      complete: end <= companyNow ? isoOf(end) : null,
    })),
  };
}

import type { Category } from "../../domain/item";
import type { Named } from "../../domain/replay/history";
import type { KnownHistory, SiteVocabulary } from "../history-ports";
import type { ReadIssue } from "../jira-ports";

/**
 * An issue whose changelog nobody has read: it is taken to have been always as it is today, but for its creation and
 * its entry into Done.
 */
export function silentHistory({ item, ...issue }: ReadIssue): KnownHistory {
  return {
    projectKey: issue.projectKey,
    secured: issue.secured,
    updatedAt: issue.updatedAt,
    history: {
      id: item.id,
      createdAt: issue.createdAt,
      doneSince: item.doneSince,
      resolvedAt: item.resolution === null ? null : item.doneSince,
      changes: [],
      present: {
        status: silentStatus(item.category),
        resolution: item.resolution === null ? null : named(item.resolution),
        points: item.points,
        estimateSeconds: item.estimateSeconds,
        parentId: item.parentId,
        fixVersions: [],
        components: [],
        sprintIds: [],
        labels: [],
        type: { id: item.typeId, name: item.typeId },
        projectId: item.projectId,
        key: issue.key,
      },
    },
  };
}

/** The site's words with those that stand for what the app knows of an issue without its changelog. */
export function withSilentWords(vocabulary: SiteVocabulary): SiteVocabulary {
  const statuses = categories.map((category) => ({ ...silentStatus(category), category }));
  return { ...vocabulary, statuses: [...vocabulary.statuses, ...statuses] };
}

const categories: readonly Category[] = ["new", "indeterminate", "done"];

const named = (name: string): Named => ({ id: name, name });
const silentStatus = (category: Category) => named(`any status of ${category}`);

import type { KnownHistory } from "../history-ports";
import type { ReadIssue } from "../jira-ports";

/** Where an issue stands today, which decides who may see it, in the past too. */
export type Standing = {
  readonly key: string;
  readonly projectId: string;
  readonly projectKey: string;
  readonly secured: boolean;
};

export const standingOf = ({ item, key, projectKey, secured }: ReadIssue): Standing => ({
  key,
  projectId: item.projectId,
  projectKey,
  secured,
});

export const standingOfHistory = ({ history, projectKey, secured }: KnownHistory): Standing => ({
  key: history.present.key,
  projectId: history.present.projectId,
  projectKey,
  secured,
});

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { events } from "../../bridge";

const changeEvent = "JIRA_ISSUE_CHANGED";
/** The product event behind the change needs a moment to reach the rollup. */
const rollMilliseconds = 3_000;

/** Asks again when Jira says that the issue on the page has changed. */
export function useIssueChanges(issueId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const subscribed = events.on(changeEvent, (detail: unknown) => {
      if (!concerns(detail, issueId)) return;
      void queries.invalidateQueries();
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries(), rollMilliseconds);
    });
    return () => {
      clearTimeout(timer);
      void subscribed.then(({ unsubscribe }) => {
        unsubscribe();
      });
    };
  }, [queries, issueId]);
}

function concerns(detail: unknown, issueId: string): boolean {
  if (typeof detail !== "object" || detail === null || !("issueId" in detail)) return true;
  return String(detail.issueId) === issueId;
}

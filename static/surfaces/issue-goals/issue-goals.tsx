import { call } from "../../bridge";
import { Answered } from "../../parts/answered";
import { isBeingRead } from "../../parts/being-read";
import { Failed } from "../../parts/failed";
import type { SurfaceProps } from "../../parts/surface";
import { useAsk } from "../../parts/use-ask";
import { issueOf } from "./issue-of";
import { Served } from "./served";
import { useIssueChanges } from "./use-issue-changes";

/** The issue view's panel: which goals this issue serves and by which path; link, unlink, create. */
export default function IssueGoals({ context }: SurfaceProps) {
  const issue = issueOf(context.extension);
  if (issue === null) return <Failed what="Jira did not say which issue this is." />;
  return <Panel issue={issue} accountId={context.accountId} />;
}

function Panel(props: {
  readonly issue: { readonly id: string; readonly key: string };
  readonly accountId: string | undefined;
}) {
  const { issue, accountId } = props;
  useIssueChanges(issue.id);
  const asked = useAsk(
    ["issueGoals", issue.id],
    () => call("issueGoals", { issueId: issue.id }),
    ({ goals }) => goals.some(({ goal }) => isBeingRead(goal.progress)),
  );
  return (
    <main className="surface">
      <h1 className="visually-hidden">Goals of this issue</h1>
      <Answered asked={asked}>
        {(found) => <Served found={found} issueKey={issue.key} accountId={accountId} />}
      </Answered>
    </main>
  );
}

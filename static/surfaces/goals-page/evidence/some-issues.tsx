import type { BillView } from "../../../../src/contract/evidence";
import { openIssues } from "../../../bridge";
import { issuesText } from "../../../parts/format";
import type { DefectName } from "../../../evidence-words";
import type { See } from "../look";

type Bill = Extract<BillView, { kind: "bill" }>;
type Props = Pick<Bill["fixes"][number], "issues" | "hidden"> & {
  readonly defect: DefectName;
  readonly see: See;
};

/** Keys that fit into one address. */
const mostKeys = 200;

/** Ways to the issues of a line of the bill: Jira's search with exactly these, and the list of items below. */
export function SomeIssues({ defect, issues, hidden, see }: Props) {
  const keys = issues.map(({ key }) => key);
  return (
    <p className="subtle row">
      {groupsOf(keys).map((group, index, { length }) => (
        <button
          key={group[0]}
          className="link"
          type="button"
          onClick={() => {
            openIssues(group);
          }}
        >
          {length === 1
            ? `Open ${issuesText(group.length)} in Jira`
            : `Open ${String(index * mostKeys + 1)}–${String(index * mostKeys + group.length)} in Jira`}
        </button>
      ))}
      {issues.length === 0 ? null : (
        <button
          className="link"
          type="button"
          onClick={() => {
            see({ among: { kind: "defect", defect }, classes: [], unsized: false });
          }}
        >
          Show among the items
        </button>
      )}
      {hidden === 0 ? null : <span>{issuesText(hidden)} you may not see</span>}
    </p>
  );
}

function groupsOf(keys: readonly string[]): readonly (readonly string[])[] {
  const starts = Array.from(
    { length: Math.ceil(keys.length / mostKeys) },
    (_, index) => index * mostKeys,
  );
  return starts.map((start) => keys.slice(start, start + mostKeys));
}

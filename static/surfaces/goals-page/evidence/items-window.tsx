import { useEffect } from "react";
import type { GoalEvidence } from "../../../../src/contract/evidence";
import { Failed } from "../../../parts/failed";
import { ItemsHead } from "../../../parts/items-head";
import { ItemsSum } from "./items-sum";
import { ItemsRows } from "./items-rows";
import { chunkRows, useChunks } from "./use-chunks";
import type { FoundEvidenceItems } from "./use-evidence-items";
import "../../../parts/items.css";

type Props = {
  readonly found: Extract<FoundEvidenceItems, { kind: "answered" }>;
  readonly evidence: GoalEvidence;
  /** Nothing is filtered out: the list must add up to the number. */
  readonly plain: boolean;
};

/** The items in a list of its own scroll bar. Of thousands only those in sight are drawn, and read when they come near. */
export function ItemsWindow({ found, evidence, plain }: Props) {
  const withheld = evidence.progress.hidden.kind === "some";
  if (found.items.length === 0) return <NoItems evidence={evidence} plain={plain} />;
  return (
    <>
      {withheld ? (
        <p className="subtle">
          Because some items are hidden from you, what each item brings is not shown.
        </p>
      ) : null}
      <Window found={found} rule={evidence.rule} withheld={withheld} />
      {found.moreFailed ? <Failed retry={found.showMore} /> : null}
      <ItemsSum found={found} evidence={evidence} plain={plain} />
    </>
  );
}

function Window(props: {
  readonly found: Props["found"];
  readonly rule: string;
  readonly withheld: boolean;
}) {
  const { found, rule, withheld } = props;
  const { items, matching, hasMore, showMore, moreFailed, busy } = found;
  const rows = Math.max(matching ?? 0, items.length);
  const chunks = useChunks(rows);
  const isNear = (chunks.last + 1) * chunkRows > items.length;
  const wantsMore = isNear && hasMore && !busy && !moreFailed;
  useEffect(() => {
    if (wantsMore) showMore();
  });
  return (
    <div
      className="items-window"
      tabIndex={0}
      role="group"
      aria-label="Items behind the number"
      onScroll={chunks.onScroll}
    >
      <table className="items" aria-rowcount={matching === null && hasMore ? -1 : rows + 1}>
        <ItemsHead withheld={withheld} place={1} />
        <ItemsRows chunks={chunks} rows={rows} items={items} rule={rule} withheld={withheld} />
      </table>
    </div>
  );
}

function NoItems({ evidence, plain }: Omit<Props, "found">) {
  if (!plain) return <p className="subtle">No item that you may see is like that.</p>;
  if (evidence.progress.hidden.kind !== "none") {
    return <p className="subtle">You may not see any of the items.</p>;
  }
  return <p className="subtle">There was no item in scope.</p>;
}

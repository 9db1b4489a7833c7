import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { GoalView } from "../../../../src/contract/goal";
import { Failed } from "../../../parts/failed";
import { Skeleton } from "../../../parts/skeleton";
import { sentenceFor } from "../../../sentences";
import type { Look, See } from "../look";
import { DownloadItems } from "./download-items";
import { filterOf, isPlain } from "./item-filter";
import { ItemFilters } from "./item-filters";
import { ItemsWindow } from "./items-window";
import { ReceiptOf } from "./receipt-of";
import { useEvidenceItems } from "./use-evidence-items";
import { useLedger } from "./use-ledger";

type Props = {
  readonly goal: GoalView;
  readonly evidence: GoalEvidence;
  readonly look: Look;
  readonly see: See;
};

/** Every item behind the number as of the instant looked at; all of them add up to it. */
export function ItemsBehind({ goal, evidence, look, see }: Props) {
  const { line } = goal;
  const { progress } = evidence;
  const ledger = useLedger(evidence, look)?.asked;
  const filter = filterOf(
    look,
    evidence.bill,
    ledger?.kind === "answered" ? ledger.value.ledger : undefined,
  );
  const question = filter === null ? null : { goalId: line.id, at: look.at, filter };
  const found = useEvidenceItems(question, progress.asOf);
  return (
    <section className="card" aria-label="The items">
      <div className="row row-between">
        <h2 className="section-title">The items</h2>
        {question === null ? null : <DownloadItems question={question} />}
      </div>
      <ItemFilters look={look} see={see} />
      <Found found={found} evidence={evidence} plain={isPlain(look)} />
      {look.at === null ? <ReceiptOf goalId={line.id} /> : null}
    </section>
  );
}

function Found(props: {
  readonly found: ReturnType<typeof useEvidenceItems>;
  readonly evidence: GoalEvidence;
  readonly plain: boolean;
}) {
  const { found, evidence, plain } = props;
  switch (found.kind) {
    case "loading":
      return <Skeleton lines={6} />;
    case "failed":
      return <Failed retry={found.reload} again />;
    case "refused":
      return <p role="status">{sentenceFor(found.problem)}</p>;
    case "answered":
      return <ItemsWindow found={found} evidence={evidence} plain={plain} />;
  }
}

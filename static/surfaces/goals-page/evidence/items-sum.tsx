import type { GoalEvidence } from "../../../../src/contract/evidence";
import type { ItemView, ProgressView } from "../../../../src/contract/progress";
import { doneSizesText } from "../../../parts/done-sizes";
import { itemsText, precisePercent } from "../../../parts/format";
import type { FoundEvidenceItems } from "./use-evidence-items";

type Found = Extract<FoundEvidenceItems, { kind: "answered" }>;
type Props = {
  readonly found: Found;
  readonly evidence: GoalEvidence;
  readonly plain: boolean;
};

/** What the listed items bring together: all of them the number, with what the viewer may not see as one line. */
export function ItemsSum({ found, evidence, plain }: Props) {
  const { items, matching, hasMore } = found;
  const { number, hidden } = evidence.progress;
  if (hasMore) return <StillReading read={items.length} matching={matching} />;
  if (number.kind === "none" || hidden.kind === "some") {
    return <p className="subtle">{itemsText(items.length)}</p>;
  }
  const sum = sumOf(items);
  if (!plain) return <Line name={alone(items.length)} brings={sum} strong />;
  if (hidden.kind === "counted") {
    return <WithHidden hidden={hidden} headline={number.headline} sum={sum} />;
  }
  return (
    <>
      <Line name="Together" sizes={doneSizesText(items, evidence.rule)} brings={sum} strong />
      <Apart sum={sum} headline={number.headline} onReload={found.reload} />
    </>
  );
}

function StillReading(props: { readonly read: number; readonly matching: number | null }) {
  const { read, matching } = props;
  return (
    <p className="subtle" role="status">
      {matching === null ? itemsText(read) : `${String(read)} of ${itemsText(matching)}`} read;
      scroll on to read the others.
    </p>
  );
}

/** What is hidden closes the list as one line, so that it adds up to the number. */
function WithHidden(props: {
  readonly hidden: Extract<ProgressView["hidden"], { kind: "counted" }>;
  readonly headline: number;
  readonly sum: number;
}) {
  const { hidden, headline, sum } = props;
  return (
    <>
      <Line
        name={`${itemsText(hidden.hidden)} you may not see`}
        brings={Math.max(0, headline - sum)}
      />
      <Line name="Together" brings={headline} strong />
    </>
  );
}

const alone = (count: number) =>
  count === 1 ? "This item alone" : `These ${itemsText(count)} together`;

/** More than rounding of floating numbers makes. */
const apart = 1e-9;

/** A list that changed while its pages were read says so. */
function Apart(props: {
  readonly sum: number;
  readonly headline: number;
  readonly onReload: () => void;
}) {
  const { sum, headline, onReload } = props;
  if (Math.abs(sum - headline) <= apart) return null;
  return (
    <p role="status" className="subtle">
      The items changed while they were read; the number is now {precisePercent(headline)}.{" "}
      <button className="link" type="button" onClick={onReload}>
        Read them again
      </button>
    </p>
  );
}

function Line(props: {
  readonly name: string;
  readonly sizes?: string;
  readonly brings: number;
  readonly strong?: boolean;
}) {
  const { name, sizes, brings, strong = false } = props;
  return (
    <p className={strong ? "items-together items-strong" : "items-together"}>
      <span>{name}</span>
      <span>{sizes}</span>
      <span>{precisePercent(brings)}</span>
    </p>
  );
}

const sumOf = (items: readonly ItemView[]) =>
  items.reduce((total, { contribution }) => total + (contribution ?? 0), 0);

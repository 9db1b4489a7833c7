import type { GoalView } from "../../../../src/contract/goal";
import type { NoNumberReason, ProgressNumber } from "../../../../src/contract/progress";
import { wholePercent } from "../../../parts/format";
import { numberText } from "../../../parts/number-text";

type Weighted = Extract<GoalView["combining"], { kind: "weighted" }>;

/** A weighted parent's number is the weighted mean of its parts: its own links and its sub-goals. */
export function Parts({ goal }: { readonly goal: GoalView }) {
  const { combining } = goal;
  if (combining.kind === "union") return null;
  const { hiddenChildren } = combining;
  const parts = partsOf(combining, goal);
  // With parts out of sight the shares are unknown here, and would give away what those weigh.
  const total = hiddenChildren === 0 ? weightOf(parts) : null;
  return (
    <>
      <table className="numbers">
        <caption className="subtle">The weighted mean of its parts, not a sum of issues</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              Number
            </th>
            {total === null ? null : (
              <th scope="col" className="number">
                Share
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">{part.name}</th>
              <td className="number">{part.weight}</td>
              <td className="number">{partText(part)}</td>
              {total === null ? null : <td className="number">{shareText(part, total)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {hiddenChildren === 0 ? null : (
        <p className="subtle">
          {hiddenChildren === 1 ? "1 sub-goal" : `${String(hiddenChildren)} sub-goals`} that you may
          not see {hiddenChildren === 1 ? "is" : "are"} part of the number too.
        </p>
      )}
    </>
  );
}

type Part = {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly number: ProgressNumber;
};

function partsOf({ own, children }: Weighted, goal: GoalView): readonly Part[] {
  const titleOf = (goalId: string) =>
    goal.children.find(({ id }) => id === goalId)?.title ?? "A sub-goal";
  const below = children.map(({ goalId, ...part }) => ({
    id: goalId,
    name: titleOf(goalId),
    ...part,
  }));
  return own === null ? below : [{ id: "own", name: "Its own links", ...own }, ...below];
}

function partText({ number, weight }: Part): string {
  if (number.kind === "none") return `no number: left out, ${whyLeftOut[number.why]}`;
  return weight === 0 ? `${numberText(number)}: left out, weighs 0` : numberText(number);
}

const whyLeftOut: Readonly<Record<NoNumberReason, string>> = {
  "no-work": "no work linked",
  "all-dropped": "all its work was dropped",
  "no-size": "all its items have size 0",
  "too-few-sized": "too few estimates",
  "being-read": "still being read",
};

/** A part without a number, or one that weighs nothing, has no share in the mean. */
const isCounted = ({ number, weight }: Part) => number.kind === "value" && weight > 0;

const weightOf = (parts: readonly Part[]) =>
  parts.filter(isCounted).reduce((sum, { weight }) => sum + weight, 0);

const shareText = (part: Part, total: number) =>
  isCounted(part) ? wholePercent(part.weight / total) : "none";

import type { GoalItems } from "../../src/contract/progress";
import { instantText, issuesText } from "./format";

/** What else the number rests on: when it was computed, settle times, and the samples that unsized items draw from. */
export function Receipt({ items }: { readonly items: GoalItems }) {
  if (items.progress.asOf === null) return null;
  return (
    <details className="subtle receipt">
      <summary>What the number rests on</summary>
      <ReceiptLines items={items} />
    </details>
  );
}

export function ReceiptLines({ items }: { readonly items: GoalItems }) {
  const { progress, settleDays, pools } = items;
  if (progress.asOf === null) return null;
  return (
    <ul>
      <li>Computed {instantText(progress.asOf)}.</li>
      {settleDays.map(({ projectKey, days, reopenings }) => (
        <li key={projectKey}>
          {projectKey}: Done is confirmed after {days === 1 ? "1 day" : `${String(days)} days`} (
          {String(reopenings)} known reopenings).
        </li>
      ))}
      {pools.map(({ projectKey, version, sized }) => (
        <li key={`${projectKey} ${version}`}>
          {projectKey}: unsized items draw from {issuesText(sized)} with a size (sample {version}).
        </li>
      ))}
    </ul>
  );
}

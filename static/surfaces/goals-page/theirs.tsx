import type { GoalDraft } from "../../../src/contract/requests";
import type { GoalView } from "../../../src/contract/goal";
import { Answered } from "../../parts/answered";
import { dayText } from "../../parts/format";
import type { Asked } from "../../parts/use-ask";
import { combineName, ruleName, stateName } from "../../sentences";

type Props = { readonly asked: Asked<GoalView>; readonly typed: GoalDraft };

/** What somebody else saved meanwhile, where it differs from what is typed. */
export function Theirs({ asked, typed }: Props) {
  return (
    <div className="notice notice-warning">
      <p role="alert">
        <b>Somebody else saved this goal while you were editing it.</b> What you typed is still
        here. Compare, then save over it or cancel.
      </p>
      <Answered asked={asked}>
        {(theirs) => <Differences differences={differencesOf(typed, theirs)} />}
      </Answered>
    </div>
  );
}

function Differences({ differences }: { readonly differences: readonly (readonly string[])[] }) {
  if (differences.length === 0) return <p>They saved the same as you typed.</p>;
  return (
    <dl className="sum">
      {differences.map(([label, theirs]) => (
        <div key={label} className="sum-row">
          <dt>{label}</dt>
          <dd>{theirs}</dd>
        </div>
      ))}
    </dl>
  );
}

function differencesOf(typed: GoalDraft, { line, ...theirs }: GoalView) {
  const { title, why, owner, state, rule, startDay, targetDay } = typed;
  const rows = [
    ["Their title", line.title, title !== line.title],
    ["Their reason", theirs.why === "" ? "none" : theirs.why, why !== theirs.why],
    ["Their owner", line.ownerName ?? "nobody", owner !== line.owner],
    ["Their state", stateName[line.state] ?? line.state, state !== line.state],
    ["They count by", ruleName[line.rule] ?? line.rule, rule !== line.rule],
    ["Their start date", dayOrNone(theirs.startDay), startDay !== theirs.startDay],
    ["Their target date", dayOrNone(line.targetDay), targetDay !== line.targetDay],
    [
      "Sub-tasks",
      theirs.countSubTasks ? "count themselves" : "folded into their parents",
      typed.countSubTasks !== theirs.countSubTasks,
    ],
  ] as const;
  const { combining, weight } = theirs;
  const weights = [
    [
      "Their number is",
      combineName[combining.kind] ?? combining.kind,
      typed.combine !== combining.kind,
    ],
    ["Their weight", String(weight), typed.weight !== weight],
  ] as const;
  return [...rows, ...weights]
    .filter(([, , differs]) => differs)
    .map(([label, text]) => [label, text]);
}

const dayOrNone = (day: string | null) => (day === null ? "none" : dayText(day));

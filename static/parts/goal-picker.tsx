import { useState } from "react";
import type { Answer } from "../../src/contract/answer";
import type { GoalChoice } from "../../src/contract/goal";
import { call } from "../bridge";
import { stateName } from "../sentences";
import { Combobox } from "./combobox";
import { useSearch } from "./use-search";

export type PickedGoal = { readonly id: string; readonly title: string };

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** Goals not to offer. */
  readonly except?: readonly string[];
  /** Offer only goals the person may change. */
  readonly editable?: boolean;
  readonly onPick: (goal: PickedGoal) => void;
};

const most = 20;

/** Finds a goal by its title; before anything is typed it offers the ones changed last. */
export default function GoalPicker({ label, hint, except = [], editable = false, onPick }: Props) {
  const [query, setQuery] = useState("");
  const { found, searching, failed, begin } = useSearch("searchGoals", query, search);
  const offered = found.filter((goal) => !except.includes(goal.id) && (!editable || goal.mayEdit));
  return (
    <Combobox
      label={label}
      {...(hint === undefined ? {} : { hint })}
      query={query}
      onQuery={setQuery}
      searching={searching}
      failed={failed}
      onEnter={begin}
      choices={offered.map(({ id, title, state, parentTitle }) => ({
        id,
        label: title,
        note: [stateName[state], parentTitle].filter(Boolean).join(" · "),
      }))}
      onChoose={({ id, label: title }) => {
        setQuery("");
        onPick({ id, title });
      }}
    />
  );
}

async function search(query: string): Promise<Answer<readonly GoalChoice[]>> {
  const answer = await call("searchGoals", { query, limit: most });
  return answer.ok ? { ok: true, value: answer.value.goals } : answer;
}

import { useState } from "react";
import { call } from "../bridge";
import { stateName } from "../sentences";
import { Combobox } from "./combobox";
import { useAsk } from "./use-ask";
import { useLater } from "./use-later";

export type PickedGoal = { readonly id: string; readonly title: string };

type Props = {
  readonly label: string;
  /** Goals not to offer. */
  readonly except?: readonly string[];
  /** Offer only goals the person may change. */
  readonly editable?: boolean;
  readonly onPick: (goal: PickedGoal) => void;
};

const waitMilliseconds = 200;
const most = 20;

/** Finds a goal by its title; before anything is typed it offers the ones changed last. */
export default function GoalPicker({ label, except = [], editable = false, onPick }: Props) {
  const [query, setQuery] = useState("");
  const asked = useLater(query, waitMilliseconds);
  const found = useAsk(["searchGoals", asked], () =>
    call("searchGoals", { query: asked, limit: most }),
  );
  const goals = found.kind === "answered" ? found.value.goals : [];
  return (
    <Combobox
      label={label}
      query={query}
      onQuery={setQuery}
      searching={found.kind === "loading" || asked !== query}
      choices={goals
        .filter((goal) => !except.includes(goal.id) && (!editable || goal.mayEdit))
        .map(({ id, title, state, parentTitle }) => ({
          id,
          label: title,
          note: [stateName[state], parentTitle].filter(Boolean).join(" · "),
        }))}
      onChoose={(choice) => {
        setQuery("");
        onPick({ id: choice.id, title: choice.label });
      }}
    />
  );
}

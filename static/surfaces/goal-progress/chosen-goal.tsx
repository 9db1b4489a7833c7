import { call } from "../../bridge";
import { useAsk } from "../../parts/use-ask";
import { gadgetRefusals, sentenceFor } from "../../sentences";

/** Which goal the gadget will show, by its title. */
export function ChosenGoal({ goalId }: { readonly goalId: string }) {
  const asked = useAsk(["goalProgress", goalId], () => call("goalProgress", { goalId }));
  if (asked.kind === "refused") {
    const { problem } = asked;
    return <p className="subtle">{gadgetRefusals[problem.kind] ?? sentenceFor(problem)}</p>;
  }
  return (
    <p>
      Shows <b>{asked.kind === "answered" ? asked.value.title : "the chosen goal"}</b>
    </p>
  );
}

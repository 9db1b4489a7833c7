import type { SettingsView } from "../../../src/contract/requests";
import { ChoiceOf } from "./choice-of";
import { Section } from "./section";

type Makers = SettingsView["goalMakers"];

type Props = { readonly makers: Makers; readonly onChange: (makers: Makers) => void };

const options = [
  { value: "everyone", label: "Everyone who uses Jira" },
  { value: "administrators", label: "Jira administrators only" },
] as const;

/** Who may make goals; what there is stays with its owners. */
export function GoalMakers({ makers, onChange }: Props) {
  return (
    <Section title="Goals">
      <ChoiceOf
        legend="Who may create goals"
        options={options}
        value={makers}
        onChange={onChange}
      />
      <p className="subtle">Goals that exist stay with their owners.</p>
    </Section>
  );
}

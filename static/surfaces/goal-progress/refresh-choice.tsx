import { Field } from "../../parts/field";
import { refreshChoices } from "./config";

type Props = {
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
};

/** How often the gadget asks again by itself. */
export function RefreshChoice({ minutes, onChange }: Props) {
  return (
    <Field label="Refresh">
      {(control) => (
        <select
          {...control}
          className="input"
          value={minutes}
          onChange={(event) => {
            onChange(Number(event.target.value));
          }}
        >
          {refreshChoices.map((choice) => (
            <option key={choice} value={choice}>
              {choice === 0 ? "When the dashboard is refreshed" : `Every ${String(choice)} minutes`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

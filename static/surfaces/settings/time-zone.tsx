import { useId, useState } from "react";
import { Field } from "../../parts/field";
import { Section } from "./section";

type Props = {
  readonly zone: string;
  readonly error: string | null;
  readonly onChange: (zone: string) => void;
};

/** The zone that gives days, weeks and target dates; typed, with all that the browser knows to choose from. */
export function TimeZone({ zone, error, onChange }: Props) {
  const listId = useId();
  const [entered, setEntered] = useState(false);
  return (
    <Section title="Time zone">
      <Field
        label="Time zone of the site"
        error={error}
        hint="Days, weeks and target dates begin at 00:00 there."
      >
        {(control) => (
          <input
            {...control}
            className="input"
            list={listId}
            value={zone}
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            onFocus={() => {
              setEntered(true);
            }}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        )}
      </Field>
      <datalist id={listId}>{entered ? zoneOptions : null}</datalist>
    </Section>
  );
}

/** Browsers leave UTC out of their list. */
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
const zoneOptions = zones.map((zone) => <option key={zone} value={zone} />);

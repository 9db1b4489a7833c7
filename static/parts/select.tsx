import { Field } from "./field";

/** A labelled choice of one of a few values, by their names. */
export function Select<T extends string>(props: {
  readonly label: string;
  readonly names: Readonly<Record<string, string>>;
  readonly values: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  const { label, names, values, value, onChange } = props;
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={value}
          onChange={(event) => {
            const chosen = values.find((each) => each === event.target.value);
            if (chosen !== undefined) onChange(chosen);
          }}
        >
          {values.map((each) => (
            <option key={each} value={each}>
              {names[each]}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

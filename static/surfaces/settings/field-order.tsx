import { useState } from "react";
import type { SettingsFound } from "../../../src/contract/settings";
import { Field } from "../../parts/field";
import { focusNeighbour } from "./focus-neighbour";

type Props = {
  readonly fieldIds: readonly string[];
  readonly fields: NonNullable<SettingsFound["estimation"]>["fields"];
  readonly error: string | null;
  readonly onChange: (fieldIds: string[]) => void;
};

/** As many as the contract takes. */
const mostFields = 10;

/** The chosen fields in their order: the first that has a value on an issue wins. */
export function FieldOrder({ fieldIds, fields, error, onChange }: Props) {
  const nameOf = (id: string) => fields.find((field) => field.id === id)?.name ?? id;
  const rest = fields.filter(({ id }) => !fieldIds.includes(id));
  return (
    <div className="stack">
      <ol className="field-order" aria-label="Chosen fields, the first with a value wins">
        {fieldIds.map((id, index) => (
          <li key={id}>
            {" "}
            <div className="row row-between">
              <span>{nameOf(id)}</span>
              <span className="row">
                <button
                  className="button button-subtle"
                  type="button"
                  aria-label={`Move ${nameOf(id)} up`}
                  disabled={index === 0}
                  onClick={() => {
                    onChange(movedUp(fieldIds, index));
                  }}
                >
                  Up
                </button>
                <button
                  className="button button-subtle"
                  type="button"
                  aria-label={`Remove ${nameOf(id)}`}
                  onClick={({ currentTarget }) => {
                    focusNeighbour(currentTarget);
                    onChange(fieldIds.filter((each) => each !== id));
                  }}
                >
                  Remove
                </button>
              </span>
            </div>
          </li>
        ))}
      </ol>
      <AddField
        fields={fieldIds.length < mostFields ? rest : []}
        error={error}
        onAdd={(id) => {
          onChange([...fieldIds, id]);
        }}
      />
    </div>
  );
}

function AddField(props: {
  readonly fields: Props["fields"];
  readonly error: string | null;
  readonly onAdd: (id: string) => void;
}) {
  const { fields, error, onAdd } = props;
  const [chosen, setChosen] = useState("");
  return (
    <div className="row add-one">
      <Field label="Another number field" error={error}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={chosen}
            onChange={(event) => {
              setChosen(event.target.value);
            }}
          >
            <option value="">Choose…</option>
            {fields.map(({ id, name }) => (
              <option key={id} value={id}>
                {name} ({id})
              </option>
            ))}
          </select>
        )}
      </Field>
      <button
        className="button"
        type="button"
        disabled={chosen === ""}
        onClick={() => {
          onAdd(chosen);
          setChosen("");
        }}
      >
        Add field
      </button>
    </div>
  );
}

function movedUp(ids: readonly string[], index: number): string[] {
  const [moved] = ids.slice(index, index + 1);
  const others = ids.filter((id) => id !== moved);
  return moved === undefined
    ? [...ids]
    : [...others.slice(0, index - 1), moved, ...others.slice(index - 1)];
}

import { useState } from "react";
import { Field } from "../../parts/field";

type Props = { readonly onAdd: (name: string) => void };

/** Another resolution by its name, as spelt in Jira. Enter adds it and does not save the form. */
export function AddResolution({ onAdd }: Props) {
  const [name, setName] = useState("");
  const add = () => {
    if (name.trim() === "") return;
    onAdd(name.trim());
    setName("");
  };
  return (
    <div className="row add-one">
      <Field label="Another resolution">
        {(control) => (
          <input
            {...control}
            className="input"
            value={name}
            maxLength={255}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        )}
      </Field>
      <button className="button" type="button" onClick={add}>
        Add resolution
      </button>
    </div>
  );
}

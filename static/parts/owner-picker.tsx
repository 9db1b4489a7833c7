import { useState } from "react";
import { call } from "../bridge";
import { Combobox } from "./combobox";
import { useAsk } from "./use-ask";
import { useLater } from "./use-later";

const waitMilliseconds = 200;

type Props = {
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly onPick: (accountId: string | null) => void;
};

/** Who owns the goal; people are found by name. */
export function OwnerPicker({ owner, ownerName, onPick }: Props) {
  const [picked, setPicked] = useState(ownerName);
  const [changing, setChanging] = useState(false);
  if (!changing) {
    return (
      <div className="field">
        <span className="field-label">Owner</span>
        <div className="row">
          <span>{owner === null ? "Nobody" : (picked ?? "You")}</span>
          <button
            className="button button-subtle"
            type="button"
            onClick={() => {
              setChanging(true);
            }}
          >
            Change owner
          </button>
        </div>
      </div>
    );
  }
  return (
    <PeopleSearch
      onPick={(person) => {
        setPicked(person.name);
        setChanging(false);
        onPick(person.accountId);
      }}
    />
  );
}

function PeopleSearch({
  onPick,
}: {
  readonly onPick: (person: { readonly accountId: string; readonly name: string }) => void;
}) {
  const [query, setQuery] = useState("");
  const asked = useLater(query, waitMilliseconds);
  const found = useAsk(["searchPeople", asked], () => call("searchPeople", { query: asked }));
  const people = found.kind === "answered" ? found.value.people : [];
  return (
    <Combobox
      label="Owner"
      hint="Type a name"
      query={query}
      onQuery={setQuery}
      searching={found.kind === "loading" || asked !== query}
      choices={people.map(({ accountId, name }) => ({
        id: accountId,
        label: name,
      }))}
      onChoose={({ id, label }) => {
        onPick({ accountId: id, name: label });
      }}
    />
  );
}

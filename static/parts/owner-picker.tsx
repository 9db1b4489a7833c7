import { useState } from "react";
import type { Answer } from "../../src/contract/answer";
import type { ValueOf } from "../../src/contract/calls";
import { call } from "../bridge";
import { Combobox } from "./combobox";
import { useSearch } from "./use-search";

type Person = ValueOf<"searchPeople">["people"][number];

type Props = {
  readonly owner: string | null;
  readonly ownerName: string | null;
  readonly error: string | null;
  readonly onPick: (accountId: string | null) => void;
};

/** Who owns the goal; people are found by name. */
export function OwnerPicker({ owner, ownerName, error, onPick }: Props) {
  const [name, setName] = useState(ownerName);
  const [changing, setChanging] = useState(false);
  const pick = (person: Person | null) => {
    setName(person?.name ?? null);
    setChanging(false);
    onPick(person?.accountId ?? null);
  };
  return (
    <div className="field">
      {changing ? (
        <Search
          onPick={pick}
          onCancel={() => {
            setChanging(false);
          }}
        />
      ) : (
        <>
          <span className="field-label">Owner</span>
          <div className="row">
            <span className="wrap">{owner === null ? "Nobody" : (name ?? "You")}</span>
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
        </>
      )}
      {error === null ? null : (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

function Search(props: {
  readonly onPick: (person: Person | null) => void;
  readonly onCancel: () => void;
}) {
  const { onPick, onCancel } = props;
  const [query, setQuery] = useState("");
  const { found, searching, failed, begin } = useSearch("searchPeople", query, search);
  return (
    <>
      <Combobox
        label="Owner"
        hint="Type a name"
        query={query}
        onQuery={setQuery}
        searching={searching}
        failed={failed}
        onEnter={begin}
        choices={found.map(({ accountId, name }) => ({ id: accountId, label: name }))}
        onChoose={({ id, label }) => {
          onPick({ accountId: id, name: label });
        }}
      />
      <div className="row">
        <button
          className="button button-subtle"
          type="button"
          onClick={() => {
            onPick(null);
          }}
        >
          No owner
        </button>
        <button className="button button-subtle" type="button" onClick={onCancel}>
          Keep the owner
        </button>
      </div>
    </>
  );
}

async function search(query: string): Promise<Answer<readonly Person[]>> {
  const answer = await call("searchPeople", { query });
  return answer.ok ? { ok: true, value: answer.value.people } : answer;
}

import { type FormEvent, useState } from "react";
import type { ValueOf } from "../../../src/contract/calls";
import { call } from "../../bridge";
import { Field } from "../../parts/field";
import { useAct } from "../../parts/use-act";
import { sentenceFor } from "../../sentences";

type Result = ValueOf<"linkIssues">;
type Asked = { readonly issueKeys: string[]; readonly descendants: boolean };

/** Issues by key: one, or many pasted at once from anywhere. */
export function LinkManyIssues({
  goalId,
  onClose,
}: {
  readonly goalId: string;
  readonly onClose: () => void;
}) {
  const [text, setText] = useState("");
  const [descendants, setDescendants] = useState(true);
  const [result, setResult] = useState<Result | null>(null);
  const [empty, setEmpty] = useState(false);
  const link = useAct((asked: Asked, key) => call("linkIssues", { key, goalId, ...asked }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const issueKeys = keysIn(text);
    setEmpty(issueKeys.length === 0);
    if (issueKeys.length === 0) return;
    link.run({ issueKeys, descendants }, (linked) => {
      setResult(linked);
      setText(linked.notFound.join(" "));
    });
  };
  const error = empty ? "Type or paste at least one issue key, for example PAY-12." : null;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label="Issue keys"
        hint="One or many, separated by anything"
        error={link.problem === null ? error : sentenceFor(link.problem)}
      >
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={2}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      <label className="check">
        <input
          type="checkbox"
          checked={descendants}
          onChange={(event) => {
            setDescendants(event.target.checked);
          }}
        />
        With everything below them
      </label>
      {result === null ? null : <Outcome result={result} />}
      <div className="row">
        <button className="button button-primary" type="submit" disabled={link.busy}>
          Link
        </button>
        <button className="button" type="button" onClick={onClose}>
          {result === null ? "Cancel" : "Done"}
        </button>
      </div>
    </form>
  );
}

function Outcome({ result }: { readonly result: Result }) {
  const { linked, alreadyLinked, notFound } = result;
  return (
    <p role="status">
      Linked {linked.length}
      {alreadyLinked.length === 0 ? "" : `, already linked ${alreadyLinked.join(", ")}`}
      {notFound.length === 0
        ? "."
        : `. Not found, or not visible to you: ${notFound.join(", ")}. They are still in the field.`}
    </p>
  );
}

/** Issue keys in any text, each once, in upper case. */
function keysIn(text: string): string[] {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  return [...new Set(words.map((word) => word.toUpperCase()))];
}

import { type FormEvent, useState } from "react";
import type { ValueOf } from "../../../src/contract/calls";
import { call } from "../../bridge";
import { Buttons } from "../../parts/buttons";
import { Check } from "../../parts/check";
import { Field } from "../../parts/field";
import { useAct } from "../../parts/use-act";
import { sentenceFor } from "../../sentences";
import { issueKeysIn } from "./issue-keys";
import { LinkedOutcome } from "./linked-outcome";

type Props = { readonly goalId: string; readonly onClose: () => void };
type Linking = { readonly issueKeys: string[]; readonly descendants: boolean };

/** What the contract takes at once. */
const most = 500;

/** Issues by key: one, or many pasted at once from anywhere. What was not found stays in the field. */
export function LinkManyIssues({ goalId, onClose }: Props) {
  const [text, setText] = useState("");
  const [descendants, setDescendants] = useState(true);
  const [result, setResult] = useState<ValueOf<"linkIssues"> | null>(null);
  const [error, setError] = useState<string | null>(null);
  const link = useAct((linking: Linking, key) => call("linkIssues", { key, goalId, ...linking }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { keys, others } = issueKeysIn(text);
    const wrong = errorOf(keys, others);
    setError(wrong);
    if (wrong !== null) return;
    link.run({ issueKeys: [...keys], descendants }, (linked) => {
      setResult(linked);
      setText([...linked.notFound, ...others].join(" "));
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label="Issue keys"
        hint="One or many, in any text or list"
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
      <Check label="With everything below them" checked={descendants} onChange={setDescendants} />
      {result === null ? null : <LinkedOutcome result={result} />}
      <Buttons
        submit="Link"
        busy={link.busy}
        cancel={result === null ? "Cancel" : "Done"}
        onCancel={onClose}
      />
    </form>
  );
}

function errorOf(keys: readonly string[], others: readonly string[]): string | null {
  if (keys.length > most) {
    return `At most ${String(most)} keys at once; these are ${String(keys.length)}.`;
  }
  if (keys.length > 0) return null;
  const example = "Type or paste at least one issue key, for example PAY-12.";
  return others.length === 0 ? example : `There is no issue key in this text. ${example}`;
}

import { type FormEvent, useState } from "react";
import { call } from "../../bridge";
import { Field } from "../../parts/field";
import { issuesText } from "../../parts/format";
import { useAct } from "../../parts/use-act";
import { useAsk } from "../../parts/use-ask";
import { useLater } from "../../parts/use-later";
import { sentenceFor } from "../../sentences";

const waitMilliseconds = 400;

type Rule = { readonly jql: string; readonly descendants: boolean };

/** A JQL rule, tried while it is typed: how many issues it finds, or Jira's own words why it does not work. */
export function LinkRule({
  goalId,
  onClose,
}: {
  readonly goalId: string;
  readonly onClose: () => void;
}) {
  const [jql, setJql] = useState("");
  const [descendants, setDescendants] = useState(false);
  const tried = useLater(jql.trim(), waitMilliseconds);
  const link = useAct((rule: Rule, key) => call("linkRule", { key, goalId, ...rule }));
  const preview = usePreview(tried);
  const refused = link.problem === null ? preview.error : sentenceFor(link.problem);
  const missing = "Type the JQL that finds the goal’s issues, for example labels = checkout.";
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(jql.trim() === "");
    if (jql.trim() !== "") link.run({ jql: jql.trim(), descendants }, onClose);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label="JQL"
        error={empty && jql.trim() === "" ? missing : refused}
        {...(preview.note === null ? {} : { hint: preview.note })}
      >
        {(control) => (
          <textarea
            {...control}
            className="input code"
            rows={2}
            value={jql}
            spellCheck={false}
            onChange={(event) => {
              link.reset();
              setJql(event.target.value);
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
        With everything below the matches
      </label>
      <div className="row">
        <button className="button button-primary" type="submit" disabled={link.busy}>
          Link rule
        </button>
        <button className="button" type="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function usePreview(jql: string): {
  readonly error: string | null;
  readonly note: string | null;
} {
  const asked = useAsk(
    ["previewRule", jql],
    jql === "" ? null : () => call("previewRule", { jql }),
  );
  if (asked.kind === "refused") return { error: sentenceFor(asked.problem), note: null };
  if (asked.kind !== "answered") return { error: null, note: null };
  return {
    error: null,
    note: `Finds about ${issuesText(asked.value.approximateCount)} that you can see`,
  };
}

import { type FormEvent, useState } from "react";
import { call } from "../../bridge";
import { Buttons } from "../../parts/buttons";
import { Check } from "../../parts/check";
import { Field } from "../../parts/field";
import { issuesText } from "../../parts/format";
import { useAct } from "../../parts/use-act";
import { useAsk } from "../../parts/use-ask";
import { useLater } from "../../parts/use-later";
import { sentenceFor } from "../../sentences";

const waitMilliseconds = 400;

type Props = { readonly goalId: string; readonly onClose: () => void };
type Rule = { readonly jql: string; readonly descendants: boolean };

/** A JQL rule, tried while it is typed: how many issues it finds, or Jira's own words why it does not work. */
export function LinkRule({ goalId, onClose }: Props) {
  const [text, setText] = useState("");
  const [descendants, setDescendants] = useState(false);
  const [tried, setTried] = useState(false);
  const jql = text.trim();
  const link = useAct((rule: Rule, key) => call("linkRule", { key, goalId, ...rule }));
  const preview = usePreview(useLater(jql, waitMilliseconds));
  const refused = link.problem === null ? preview.error : sentenceFor(link.problem);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (jql !== "") link.run({ jql, descendants }, onClose);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label="JQL"
        error={tried && jql === "" ? missing : refused}
        hint={preview.note ?? "The rule keeps bringing every issue that matches"}
      >
        {(control) => (
          <textarea
            {...control}
            className="input code"
            rows={2}
            value={text}
            spellCheck={false}
            onChange={(event) => {
              link.reset();
              setText(event.target.value);
            }}
          />
        )}
      </Field>
      <Check
        label="With everything below the matches"
        checked={descendants}
        onChange={setDescendants}
      />
      <Buttons submit="Link rule" busy={link.busy} onCancel={onClose} />
    </form>
  );
}

const missing = "Type the JQL that finds the goal’s issues, for example labels = checkout.";

type Preview = { readonly error: string | null; readonly note: string | null };

function usePreview(jql: string): Preview {
  const asked = useAsk(
    ["previewRule", jql],
    jql === "" ? null : () => call("previewRule", { jql }),
  );
  if (asked.kind === "refused") return { error: sentenceFor(asked.problem), note: null };
  if (asked.kind !== "answered") return { error: null, note: null };
  const { approximateCount } = asked.value;
  return { error: null, note: `Finds about ${issuesText(approximateCount)} that you can see` };
}

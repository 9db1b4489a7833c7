import type { SettingsFound } from "../../../src/contract/settings";
import type { SettingsView } from "../../../src/contract/requests";
import { ChoiceOf } from "./choice-of";
import { FieldOrder } from "./field-order";
import { Section } from "./section";
import { boardsSentence, foundSentence, unreadSentence } from "./estimation-words";

type Props = {
  readonly fieldIds: SettingsView["estimateFieldIds"];
  readonly estimation: SettingsFound["estimation"];
  readonly error: string | null;
  readonly onChange: (fieldIds: SettingsView["estimateFieldIds"]) => void;
};

const ways = [
  { value: "automatic", label: "Found by Throughline, by type and name" },
  { value: "by-hand", label: "Chosen here" },
] as const;

/** Which fields hold story points, beside what the site's boards estimate by. */
export function StoryPoints({ fieldIds, estimation, error, onChange }: Props) {
  const fields = estimation?.fields ?? [];
  const found = fields.filter((field) => field.found).map(({ id }) => id);
  return (
    <Section title="Story points">
      {estimation === null ? (
        <p>Jira does not tell right now which fields there are. Load the page again later.</p>
      ) : (
        <>
          <p>{foundSentence(estimation)}</p>
          <p>{boardsSentence(estimation)}</p>
          <Unread text={unreadSentence(estimation, fieldIds ?? found)} />
        </>
      )}
      <ChoiceOf
        legend="Fields that hold story points"
        options={ways}
        value={fieldIds === null ? "automatic" : "by-hand"}
        onChange={(way) => {
          onChange(way === "automatic" ? null : found);
        }}
      />
      {fieldIds === null ? null : (
        <FieldOrder fieldIds={fieldIds} fields={fields} error={error} onChange={onChange} />
      )}
      <p className="subtle">
        After a change every goal is read from Jira again, within the share of points below.
      </p>
    </Section>
  );
}

function Unread({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return <p className="notice notice-warning">{text}</p>;
}

import { Check } from "../../parts/check";
import { Field } from "../../parts/field";

type Props = {
  readonly title: string;
  readonly archived: boolean;
  readonly onTitle: (title: string) => void;
  readonly onArchived: (archived: boolean) => void;
};

/** Which goals of the list are shown. */
export function Filters({ title, archived, onTitle, onArchived }: Props) {
  return (
    <div className="row filters">
      <Field label="Filter by title">
        {(control) => (
          <input
            {...control}
            className="input"
            value={title}
            onChange={(event) => {
              onTitle(event.target.value);
            }}
          />
        )}
      </Field>
      <Check label="Show archived goals" checked={archived} onChange={onArchived} />
    </div>
  );
}

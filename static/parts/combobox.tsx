import { useCombobox } from "downshift";
import { type ChangeEvent, type KeyboardEvent, useId } from "react";
import "./forms.css";

export type Choice = {
  readonly id: string;
  readonly label: string;
  readonly note?: string | null;
};

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onChoose: (choice: Choice) => void;
  readonly searching: boolean;
  readonly failed: boolean;
  /** The person has come to the field: now is the time to look for choices. */
  readonly onEnter: () => void;
};

/** A search field with the choices below it; arrow keys move, Enter takes, Escape closes. */
export function Combobox(props: Props) {
  const { label, hint, choices, query, searching, onQuery, onChoose, onEnter } = props;
  const id = useId();
  const box = useCombobox<Choice>({
    id,
    items: [...choices],
    inputValue: query,
    selectedItem: null,
    itemToString: (choice) => choice?.label ?? "",
    defaultHighlightedIndex: 0,
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) onChoose(selectedItem);
    },
  });
  // Downshift reports a new text after the next drawing, when the keys of a fast typist would have been lost.
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    onQuery(event.target.value);
  };
  // What stands in the list while a search is on its way answers an older text: Enter must not take it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !searching) return;
    event.preventDefault();
    Object.assign(event.nativeEvent, { preventDownshiftDefault: true });
  };
  // Downshift names the first choice before there is one: while a search is on its way, or found nothing.
  const active = box.highlightedIndex < choices.length ? {} : { "aria-activedescendant": "" };
  return (
    <div className="field">
      <label className="field-label" {...box.getLabelProps()}>
        {label}
      </label>
      <input
        className="input"
        {...box.getInputProps({ onFocus: onEnter, onChange, onKeyDown, ...active })}
      />
      <ul className="choices" {...box.getMenuProps()}>
        {box.isOpen
          ? choices.map((choice, index) => (
              <li key={choice.id} className="choice" {...box.getItemProps({ item: choice, index })}>
                {choice.label}
                {choice.note ? <span className="subtle"> · {choice.note}</span> : null}
              </li>
            ))
          : null}
      </ul>
      <p className="subtle" aria-live="polite">
        {box.isOpen ? foundText(props) : hint}
      </p>
    </div>
  );
}

function foundText({ choices, searching, failed }: Props): string {
  if (searching) return "Searching…";
  if (failed) return "The search got no answer. Type again to repeat it.";
  if (choices.length === 0) return "Nothing found.";
  return choices.length === 1 ? "1 found." : `${String(choices.length)} found.`;
}

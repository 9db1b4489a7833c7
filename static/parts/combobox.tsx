import { useCombobox } from "downshift";
import { useId } from "react";

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
};

/** A search field with the choices below it; arrow keys move, Enter takes. */
export function Combobox(props: Props) {
  const { label, hint, choices, query, onQuery, onChoose, searching } = props;
  const id = useId();
  const box = useCombobox<Choice>({
    id,
    items: [...choices],
    inputValue: query,
    selectedItem: null,
    itemToString: (choice) => choice?.label ?? "",
    defaultHighlightedIndex: 0,
    onInputValueChange: ({ inputValue, type }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) onQuery(inputValue);
    },
    onSelectedItemChange: ({ selectedItem }) => {
      if (selectedItem !== null) onChoose(selectedItem);
    },
  });
  const none = box.isOpen && !searching && choices.length === 0;
  return (
    <div className="field">
      <label className="field-label" {...box.getLabelProps()}>
        {label}
      </label>
      <input className="input" {...box.getInputProps()} />
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
        {none ? "Nothing found." : (hint ?? "")}
      </p>
    </div>
  );
}

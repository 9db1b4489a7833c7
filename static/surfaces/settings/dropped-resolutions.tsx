import { AddResolution } from "./add-resolution";
import { focusNeighbour } from "./focus-neighbour";
import { Section } from "./section";

type Props = {
  readonly dropped: readonly string[];
  readonly defaults: readonly string[];
  /** The resolutions that the site has. */
  readonly ofSite: readonly string[];
  readonly onChange: (dropped: string[]) => void;
};

/** Resolutions with which an issue was closed without being done. */
export function DroppedResolutions({ dropped, defaults, ofSite, onChange }: Props) {
  const counting = ofSite.filter((name) => !holds(dropped, name));
  const drop = (name: string) => {
    if (!holds(dropped, name)) onChange([...dropped, name]);
  };
  return (
    <Section title="Dropped resolutions">
      <p>
        A Done issue with one of these resolutions leaves the number on both sides: it is neither
        done nor left to do. Of ten items with five Done, two of them dropped, 3 of 8 are done, not
        5 of 10. Upper and lower case do not matter.
      </p>
      <Chips
        label="Dropped"
        names={dropped}
        action="Remove"
        onAct={(name) => {
          onChange(dropped.filter((each) => each !== name));
        }}
      />
      {dropped.length === 0 ? <p>None: every Done issue counts as done.</p> : null}
      {counting.length === 0 ? null : (
        <>
          <h3 className="field-label">Resolutions of this site that count as done</h3>
          <Chips label="Count as done" names={counting} action="Drop" onAct={drop} />
        </>
      )}
      <AddResolution onAdd={drop} />
      {isSame(dropped, defaults) ? null : (
        <div>
          <button
            className="button"
            type="button"
            onClick={() => {
              onChange([...defaults]);
            }}
          >
            Back to the defaults
          </button>
        </div>
      )}
    </Section>
  );
}

function Chips(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly action: "Remove" | "Drop";
  readonly onAct: (name: string) => void;
}) {
  const { label, names, action, onAct } = props;
  return (
    <ul className="row" aria-label={label}>
      {names.map((name) => (
        <li key={name} className="resolution">
          {name}
          <button
            className="button button-subtle"
            type="button"
            aria-label={`${action} ${name}`}
            onClick={({ currentTarget }) => {
              focusNeighbour(currentTarget);
              onAct(name);
            }}
          >
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
              <path d={action === "Remove" ? "M2 2l8 8M10 2l-8 8" : "M6 1v10M1 6h10"} />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Jira's names differ by more than case. */
const holds = (names: readonly string[], name: string) =>
  names.some((each) => each.toLowerCase() === name.toLowerCase());

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && other.every((name) => holds(one, name));

import { causeName, defectName } from "../../../evidence-words";
import { className, unsizedMeaning } from "../../../sentences";
import type { ItemClassName } from "../../../../src/contract/words";
import type { Among, Look, See } from "../look";

const classes: readonly ItemClassName[] = ["confirmed", "claimed", "active", "todo", "dropped"];

/** Which of the items are listed; every choice stands in the address. */
export function ItemFilters({ look, see }: { readonly look: Look; readonly see: See }) {
  const { classes: chosen, unsized, among } = look;
  return (
    <div className="row" role="group" aria-label="Show only">
      {classes.map((name) => {
        const isChosen = chosen.includes(name);
        return (
          <Chip
            key={name}
            pressed={isChosen}
            onPress={() => {
              see({
                classes: isChosen
                  ? chosen.filter((each) => each !== name)
                  : classes.filter((each) => each === name || chosen.includes(each)),
              });
            }}
          >
            <span className={`mark bar-${name}`} /> {className[name]}
          </Chip>
        );
      })}
      <Chip
        pressed={unsized}
        title={unsizedMeaning}
        onPress={() => {
          see({ unsized: !unsized });
        }}
      >
        Unsized
      </Chip>
      {among === null ? null : (
        <Chip
          pressed
          onPress={() => {
            see({ among: null });
          }}
        >
          {amongText(among)}
        </Chip>
      )}
      {chosen.length === 0 && !unsized && among === null ? null : (
        <button
          className="link"
          type="button"
          onClick={() => {
            see({ classes: [], unsized: false, among: null });
          }}
        >
          Show all
        </button>
      )}
    </div>
  );
}

function amongText(among: Among): string {
  return among.kind === "cause"
    ? `Under “${causeName[among.cause]}”`
    : `“${defectName[among.defect]}”`;
}

function Chip(props: {
  readonly pressed: boolean;
  readonly title?: string;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}) {
  const { pressed, title, onPress, children } = props;
  return (
    <button
      className="button chip"
      type="button"
      title={title}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

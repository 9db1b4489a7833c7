import type { GoalView } from "../../../src/contract/goal";

type Props = {
  readonly parents: GoalView["parents"];
  readonly onOpen: (goalId: string) => void;
  readonly onBack: () => void;
};

/** The way up: all goals, then the goals above this one. */
export function GoalNav({ parents, onOpen, onBack }: Props) {
  return (
    <nav aria-label="Goals above">
      <button className="link" type="button" onClick={onBack}>
        All goals
      </button>
      {parents.map(({ id, title }) => (
        <span key={id}>
          {" / "}
          <button
            className="link"
            type="button"
            onClick={() => {
              onOpen(id);
            }}
          >
            {title}
          </button>
        </span>
      ))}
    </nav>
  );
}

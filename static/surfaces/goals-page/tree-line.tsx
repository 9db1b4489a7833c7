import type { KeyboardEvent } from "react";
import { GoalRow } from "../../parts/goal-row";
import { Chevron } from "./chevron";
import type { TreeRow } from "./tree-rows";

type Props = {
  readonly row: TreeRow;
  /** The one line that the Tab key stops at. */
  readonly isStop: boolean;
  readonly onFocus: (goalId: string) => void;
  readonly onToggle: (goalId: string) => void;
  readonly onKeyDown: (event: KeyboardEvent, row: TreeRow) => void;
  readonly onOpen: (goalId: string) => void;
};

const indentPixels = 16;

/** One goal of the tree. Its buttons are for the mouse; the keyboard acts on the line. */
export function TreeLine({ row, isStop, onFocus, onToggle, onKeyDown, onOpen }: Props) {
  const { goal, level, position, siblings, hasChildren, open } = row;
  return (
    <li
      role="treeitem"
      data-goal={goal.id}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      {...(hasChildren ? { "aria-expanded": open } : {})}
      tabIndex={isStop ? 0 : -1}
      className="tree-line"
      style={{ paddingInlineStart: (level - 1) * indentPixels }}
      onFocus={() => {
        onFocus(goal.id);
      }}
      onKeyDown={(event) => {
        onKeyDown(event, row);
      }}
    >
      {hasChildren ? (
        <button
          className="tree-toggle"
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => {
            onToggle(goal.id);
          }}
        >
          <Chevron open={open} />
        </button>
      ) : (
        <span className="tree-toggle" />
      )}
      <GoalRow goal={goal} onOpen={onOpen} isTabStop={false} />
    </li>
  );
}

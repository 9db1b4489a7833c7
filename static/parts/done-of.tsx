import type { ProgressView } from "../../src/contract/progress";
import { ruleName } from "../sentences";
import { itemsText } from "./format";

/** "5 of 8 items done, counted by story points"; nothing where the classes are withheld. */
export function DoneOf({
  progress,
  rule,
}: {
  readonly progress: ProgressView;
  readonly rule: string;
}) {
  const { classes } = progress;
  if (classes === null) return null;
  const done = classes.confirmed.count + classes.claimed.count;
  const all = done + classes.active.count + classes.todo.count;
  return (
    <p className="subtle">
      {done} of {itemsText(all)} done, counted by {(ruleName[rule] ?? rule).toLowerCase()}
    </p>
  );
}

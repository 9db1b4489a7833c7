import { useState } from "react";
import { call } from "../../bridge";
import type { Problem } from "../../../src/contract/answer";
import { useAct } from "../../parts/use-act";

type Goal = { readonly id: string; readonly title: string };
type DirectLink = { readonly linkId: string; readonly descendants: boolean };

export type Linking = {
  readonly link: (goal: Goal) => void;
  readonly unlink: (goal: Goal, link: DirectLink) => void;
  /** What was done last, in words. */
  readonly said: string;
  readonly undo: (() => void) | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
};

/** Links the issue of the page to goals and unlinks it, each to be undone as it was. */
export function useLinking(issueKey: string): Linking {
  const [said, setSaid] = useState("");
  const [undo, setUndo] = useState<(() => void) | null>(null);
  const linking = useAct(
    ({ goalId, descendants }: { readonly goalId: string; readonly descendants: boolean }, key) =>
      call("linkIssue", { key, goalId, issueKey, descendants }),
  );
  const unlinking = useAct((request: { readonly goalId: string; readonly linkId: string }, key) =>
    call("unlink", { key, ...request }),
  );
  const done = (words: string, back: () => void) => {
    setSaid(words);
    setUndo(() => back);
  };
  const link = (goal: Goal, descendants: boolean) => {
    unlinking.reset();
    linking.run({ goalId: goal.id, descendants }, ({ linkId }) => {
      done(`Linked to ${goal.title}`, () => {
        unlink(goal, { linkId, descendants });
      });
    });
  };
  const unlink = (goal: Goal, { linkId, descendants }: DirectLink) => {
    linking.reset();
    unlinking.run({ goalId: goal.id, linkId }, () => {
      done(`Unlinked from ${goal.title}`, () => {
        link(goal, descendants);
      });
    });
  };
  return {
    link: (goal) => {
      link(goal, true);
    },
    unlink,
    said,
    undo,
    busy: linking.busy || unlinking.busy,
    problem: linking.problem ?? unlinking.problem,
  };
}

import { useState } from "react";
import { LinkManyIssues } from "./link-many-issues";
import { LinkRule } from "./link-rule";

/** Links more work: issues by key (one or many), or a JQL rule. */
export function AddLinks({ goalId }: { readonly goalId: string }) {
  const [way, setWay] = useState<"issues" | "rule" | null>(null);
  const close = () => {
    setWay(null);
  };
  if (way === "issues") return <LinkManyIssues goalId={goalId} onClose={close} />;
  if (way === "rule") return <LinkRule goalId={goalId} onClose={close} />;
  return (
    <div className="row">
      <button
        className="button"
        type="button"
        onClick={() => {
          setWay("issues");
        }}
      >
        Link issues
      </button>
      <button
        className="button"
        type="button"
        onClick={() => {
          setWay("rule");
        }}
      >
        Link by JQL rule
      </button>
    </div>
  );
}

import type { ValueOf } from "../../../src/contract/calls";

/** What became of the keys that were to be linked. */
export function LinkedOutcome({ result }: { readonly result: ValueOf<"linkIssues"> }) {
  const { linked, alreadyLinked, notFound } = result;
  return (
    <div role="status">
      <p>
        Linked {linked.length}
        {alreadyLinked.length === 0 ? "." : `; already linked: ${alreadyLinked.join(", ")}.`}
      </p>
      {notFound.length === 0 ? null : (
        <p className="field-error">
          Not found, or not visible to you: {notFound.join(", ")}. They are still in the field.
        </p>
      )}
    </div>
  );
}

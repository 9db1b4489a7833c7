import { useState } from "react";
import { call } from "../../../bridge";
import { Answered } from "../../../parts/answered";
import { ReceiptLines } from "../../../parts/receipt";
import { useAsk } from "../../../parts/use-ask";

/** What else the number of now rests on, asked for when a person opens it. */
export function ReceiptOf({ goalId }: { readonly goalId: string }) {
  const [open, setOpen] = useState(false);
  const asked = useAsk(
    ["goalItems", goalId, "receipt"],
    open ? () => call("goalItems", { goalId, limit: 1 }) : null,
  );
  return (
    <details
      className="subtle receipt"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>What the number rests on</summary>
      {open ? (
        <Answered asked={asked} lines={2}>
          {(items) => <ReceiptLines items={items} />}
        </Answered>
      ) : null}
    </details>
  );
}

import type { ReactNode } from "react";
import { sentenceFor } from "../sentences";
import { Failed } from "./failed";
import { ItemsTable } from "./items-table";
import { Receipt } from "./receipt";
import { Skeleton } from "./skeleton";
import { useItems } from "./use-items";
import "./items.css";

type Props = {
  readonly goalId: string;
  readonly rule: string;
  /** When the number above the list was computed: a newer number has a list of its own. */
  readonly asOf: string | null;
  /** Within a gadget the list scrolls by itself; on a page it takes the room it needs. */
  readonly scrolls?: boolean;
};

/** Every item behind a number with its class, size and share; the list adds up to the headline exactly. */
export function ItemsList({ goalId, rule, asOf, scrolls = false }: Props) {
  const found = useItems(goalId, asOf);
  switch (found.kind) {
    case "loading":
      return <Skeleton lines={5} />;
    case "failed":
      return <Failed retry={found.reload} />;
    case "refused":
      return <p role="status">{sentenceFor(found.problem)}</p>;
    case "answered":
      return (
        <Frame scrolls={scrolls}>
          <ItemsTable pages={found.pages} last={found.last} rule={rule} onReload={found.reload} />
          {found.moreFailed ? <Failed retry={found.showMore} /> : null}
          {found.hasMore && !found.moreFailed ? (
            <button className="button" type="button" disabled={found.busy} onClick={found.showMore}>
              Show more items
            </button>
          ) : null}
          <Receipt items={found.last} />
        </Frame>
      );
  }
}

function Frame({ scrolls, children }: { readonly scrolls: boolean; readonly children: ReactNode }) {
  if (!scrolls) return <div className="stack">{children}</div>;
  return (
    <div
      className="stack items-scroll"
      tabIndex={0}
      role="region"
      aria-label="Items behind the number"
    >
      {children}
    </div>
  );
}

import { useInfiniteQuery } from "@tanstack/react-query";
import type { GoalItems } from "../../src/contract/progress";
import { call } from "../bridge";
import { sentenceFor } from "../sentences";
import { answered } from "./answered-or-failed";
import { Failed } from "./failed";
import { ItemsTable } from "./items-table";
import { Receipt } from "./receipt";
import { Skeleton } from "./skeleton";
import "./items.css";

const pageSize = 100;

type Props = {
  readonly goalId: string;
  readonly rule: string;
  /** Within a gadget the list scrolls by itself; on a page it takes the room it needs. */
  readonly scrolls?: boolean;
};

/** Every item behind a number with its class, size and share; the list adds up to the headline exactly. */
export function ItemsList({ goalId, rule, scrolls = false }: Props) {
  const pages = useInfiniteQuery({
    queryKey: ["goalItems", goalId],
    initialPageParam: "",
    queryFn: ({ pageParam: after }) =>
      answered(call("goalItems", { goalId, limit: pageSize, ...(after === "" ? {} : { after }) })),
    getNextPageParam: (page) => (page.ok ? page.value.next : null),
  });
  if (pages.isPending) return <Skeleton lines={5} />;
  if (pages.isError && !pages.isFetchNextPageError) {
    return <Failed retry={() => void pages.refetch()} />;
  }
  const refused = pages.data.pages.find((page) => !page.ok);
  if (refused?.ok === false) return <p role="status">{sentenceFor(refused.problem)}</p>;
  const read: readonly GoalItems[] = pages.data.pages.flatMap((page) =>
    page.ok ? [page.value] : [],
  );
  const last = read.at(-1);
  if (last === undefined) return null;
  const more = pages.hasNextPage && !pages.isFetchNextPageError;
  return (
    <div
      className={scrolls ? "stack items-scroll" : "stack"}
      {...(scrolls ? { tabIndex: 0, role: "region", "aria-label": "Items behind the number" } : {})}
    >
      <ItemsTable pages={read} last={last} rule={rule} />
      {pages.isFetchNextPageError ? <Failed retry={() => void pages.fetchNextPage()} /> : null}
      {more ? (
        <button
          className="button"
          type="button"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more items
        </button>
      ) : null}
      <Receipt items={last} />
    </div>
  );
}

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { Problem } from "../../src/contract/answer";
import type { GoalItems } from "../../src/contract/progress";
import { call } from "../bridge";
import { answered } from "./answered-or-failed";

const pageSize = 100;

export type FoundItems =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly reload: () => void }
  | { readonly kind: "refused"; readonly problem: Problem }
  | {
      readonly kind: "answered";
      readonly pages: readonly GoalItems[];
      readonly last: GoalItems;
      readonly hasMore: boolean;
      readonly showMore: () => void;
      readonly moreFailed: boolean;
      readonly busy: boolean;
      readonly reload: () => void;
    };

/** The items of a goal, page by page; asked anew when a newer number stands (`asOf`). */
export function useItems(goalId: string, asOf: string | null): FoundItems {
  const query = useInfiniteQuery({
    queryKey: ["goalItems", goalId, asOf],
    initialPageParam: "",
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam: after }) =>
      answered(call("goalItems", { goalId, limit: pageSize, ...(after === "" ? {} : { after }) })),
    getNextPageParam: (page) => (page.ok ? page.value.next : null),
  });
  const reload = () => void query.refetch();
  if (query.data === undefined) return { kind: query.isError ? "failed" : "loading", reload };
  const refused = query.data.pages.find((page) => !page.ok);
  if (refused?.ok === false) return { kind: "refused", problem: refused.problem };
  const pages = query.data.pages.flatMap((page) => (page.ok ? [page.value] : []));
  const last = pages.at(-1);
  if (last === undefined) return { kind: "loading" };
  return {
    kind: "answered",
    pages,
    last,
    hasMore: query.hasNextPage,
    showMore: () => void query.fetchNextPage(),
    moreFailed: query.isFetchNextPageError,
    busy: query.isFetching,
    reload,
  };
}

import { keepPreviousData, skipToken, useInfiniteQuery } from "@tanstack/react-query";
import type { Problem } from "../../../../src/contract/answer";
import type { EvidenceItems } from "../../../../src/contract/evidence";
import { call } from "../../../bridge";
import { answered } from "../../../parts/answered-or-failed";
import type { ItemFilter } from "./item-filter";

/** Whose items, as of when, and which of them. */
export type ItemsQuestion = {
  readonly goalId: string;
  /** Null is now. */
  readonly at: string | null;
  readonly filter: ItemFilter;
};

export type FoundEvidenceItems =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly reload: () => void }
  | { readonly kind: "refused"; readonly problem: Problem }
  | {
      readonly kind: "answered";
      readonly items: EvidenceItems["items"];
      /** All that pass the filter and the viewer may see; null where that is withheld. */
      readonly matching: number | null;
      readonly hasMore: boolean;
      readonly showMore: () => void;
      readonly moreFailed: boolean;
      readonly busy: boolean;
      readonly reload: () => void;
    };

const pageSize = 200;

/** One page of the items. */
export function pageOfItems({ goalId, at, filter }: ItemsQuestion, after: string) {
  return call("evidenceItems", {
    goalId,
    filter,
    limit: pageSize,
    ...(at === null ? {} : { at }),
    ...(after === "" ? {} : { after }),
  });
}

/** The items page by page; asked anew when a newer number stands (`asOf`). A null question waits. */
export function useEvidenceItems(
  question: ItemsQuestion | null,
  asOf: string | null,
): FoundEvidenceItems {
  const query = useInfiniteQuery({
    queryKey: ["evidenceItems", question, asOf],
    initialPageParam: "",
    placeholderData: keepPreviousData,
    queryFn:
      question === null ? skipToken : ({ pageParam }) => answered(pageOfItems(question, pageParam)),
    getNextPageParam: (page) => (page.ok ? page.value.next : null),
  });
  const reload = () => void query.refetch();
  if (query.data === undefined) return { kind: query.isError ? "failed" : "loading", reload };
  const refused = query.data.pages.find((page) => !page.ok);
  if (refused?.ok === false) return { kind: "refused", problem: refused.problem };
  const pages = query.data.pages.flatMap((page) => (page.ok ? [page.value] : []));
  return {
    kind: "answered",
    items: pages.flatMap(({ items }) => items),
    matching: pages[0]?.matching ?? null,
    hasMore: query.hasNextPage,
    showMore: () => void query.fetchNextPage(),
    moreFailed: query.isFetchNextPageError,
    busy: query.isFetching,
    reload,
  };
}

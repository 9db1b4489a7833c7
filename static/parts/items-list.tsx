import { useInfiniteQuery } from "@tanstack/react-query";
import type { GoalItems, ItemView } from "../../src/contract/progress";
import { call, openInJira } from "../bridge";
import { className, reasonSentence, sentenceFor, sizeSentence } from "../sentences";
import { answered } from "./answered-or-failed";
import { Failed } from "./failed";
import { instantText, precisePercent, sizeText } from "./format";
import { Skeleton } from "./skeleton";

const pageSize = 100;

/** Every item behind a number with its class, size and share; the list adds up to the headline exactly. */
export function ItemsList({ goalId, rule }: { readonly goalId: string; readonly rule: string }) {
  const pages = useInfiniteQuery({
    queryKey: ["goalItems", goalId],
    initialPageParam: "",
    queryFn: ({ pageParam: after }) =>
      answered(
        call("goalItems", {
          goalId,
          limit: pageSize,
          ...(after === "" ? {} : { after }),
        }),
      ),
    getNextPageParam: (page) => (page.ok ? page.value.next : null),
  });
  if (pages.isPending) return <Skeleton lines={5} />;
  if (pages.isError) return <Failed retry={() => void pages.refetch()} />;
  const refused = pages.data.pages.find((page) => !page.ok);
  if (refused?.ok === false) return <p role="status">{sentenceFor(refused.problem)}</p>;
  const shown = pages.data.pages.flatMap((page) => (page.ok ? [page.value] : []));
  return (
    <div className="items-scroll" tabIndex={0} role="region" aria-label="Items behind the number">
      <ItemsTable pages={shown} rule={rule} />
      {pages.hasNextPage ? (
        <button
          className="button"
          type="button"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more items
        </button>
      ) : null}
    </div>
  );
}

function ItemsTable({
  pages,
  rule,
}: {
  readonly pages: readonly GoalItems[];
  readonly rule: string;
}) {
  const items = pages.flatMap((page) => page.items);
  const last = pages.at(-1);
  const sum = items.reduce((total, item) => total + (item.contribution ?? 0), 0);
  const hidden = last?.hiddenRow ?? null;
  const complete = last?.next === null && last.progress.number.kind === "value";
  return (
    <table className="items">
      <thead>
        <tr>
          <th scope="col">Item</th>
          <th scope="col">Counted as</th>
          <th scope="col" className="number">
            Size
          </th>
          <th scope="col" className="number">
            Share
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <ItemRow key={item.issueId} item={item} rule={rule} />
        ))}
        {hidden === null ? null : (
          <tr>
            <td>{hidden.count} items you may not see</td>
            <td />
            <td className="number">{sizeText(hidden.size, rule)}</td>
            <td className="number">{precisePercent(hidden.contribution)}</td>
          </tr>
        )}
        {complete && last.progress.number.kind === "value" && last.progress.number.exact ? (
          <tr>
            <td>
              <b>Together</b>
            </td>
            <td />
            <td />
            <td className="number">
              <b>{precisePercent(sum + (hidden?.contribution ?? 0))}</b>
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function ItemRow({ item, rule }: { readonly item: ItemView; readonly rule: string }) {
  const why =
    item.resolution === null
      ? reasonSentence[item.reason]
      : `${reasonSentence[item.reason]}: ${item.resolution}`;
  return (
    <tr>
      <td>
        <button
          className="link"
          type="button"
          onClick={() => {
            openInJira(`/browse/${item.key}`);
          }}
        >
          {item.key}
        </button>{" "}
        {item.title}
      </td>
      <td>
        {className[item.class]}
        <div className="subtle">
          {why}
          {item.since === null ? "" : ` since ${instantText(item.since)}`}
        </div>
      </td>
      <td className="number" title={sizeSentence[item.sizeSource]}>
        {sizeText(item.size, rule)}
        {item.unsized ? <span className="subtle"> unsized</span> : null}
      </td>
      <td className="number">
        {item.contribution === null ? "withheld" : precisePercent(item.contribution)}
      </td>
    </tr>
  );
}

import { useState } from "react";
import type { AnswerTo } from "../../../../src/contract/calls";
import type { ItemView } from "../../../../src/contract/progress";
import { itemsText } from "../../../parts/format";
import { csvOf } from "./csv";
import { saveFile } from "./save-file";
import { type ItemsQuestion, pageOfItems } from "./use-evidence-items";

type Props = { readonly question: ItemsQuestion };

type Way =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly read: number }
  | { readonly kind: "saved"; readonly items: number }
  | { readonly kind: "failed" };

/** All items that the list holds, page by page, as a file for a spreadsheet. */
export function DownloadItems({ question }: Props) {
  const [way, setWay] = useState<Way>({ kind: "idle" });
  const download = async () => {
    setWay({ kind: "reading", read: 0 });
    const items = await allItems(question, (read) => {
      setWay({ kind: "reading", read });
    });
    if (items === null) {
      setWay({ kind: "failed" });
      return;
    }
    saveFile(`goal-${question.goalId}-items.csv`, "text/csv", csvOf(items));
    setWay({ kind: "saved", items: items.length });
  };
  return (
    <span className="row">
      <span className="subtle" role="status">
        {wayText(way)}
      </span>
      <button
        className="button"
        type="button"
        disabled={way.kind === "reading"}
        onClick={() => void download()}
      >
        Download CSV
      </button>
    </span>
  );
}

function wayText(way: Way): string {
  switch (way.kind) {
    case "idle":
      return "";
    case "reading":
      return `${itemsText(way.read)} read…`;
    case "saved":
      return `${itemsText(way.items)} saved.`;
    case "failed":
      return "Throughline did not get all items. Try again.";
  }
}

/** Null when a page was refused or did not come: a file that misses items would look whole. */
async function allItems(
  question: ItemsQuestion,
  onRead: (read: number) => void,
): Promise<readonly ItemView[] | null> {
  const items: ItemView[] = [];
  let after: string | null = "";
  while (after !== null) {
    const page: AnswerTo<"evidenceItems"> | null = await pageOfItems(question, after).catch(
      () => null,
    );
    if (page?.ok !== true) return null;
    items.push(...page.value.items);
    onRead(items.length);
    after = page.value.next;
  }
  return items;
}

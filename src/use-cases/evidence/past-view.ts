import type { PastView } from "../../contract/evidence";
import type { Knowledge } from "./known-scope";
import type { SeenScope } from "./seen-scope";

/** What kind of knowledge a state is; where C15 withholds counts, only what the person sees is counted. */
export function pastView(knowledge: Knowledge, { sees, details }: SeenScope): PastView {
  if (knowledge.kind === "now") return { kind: "now" };
  const counted = (issueIds: readonly string[]) =>
    details ? issueIds.length : issueIds.filter(sees).length;
  return {
    kind: knowledge.unread.length > 0 ? "estimated" : "replayed",
    beforeGoal: knowledge.beforeGoal,
    inconsistent: counted(knowledge.inconsistent),
    unread: counted(knowledge.unread),
    byToday: [...knowledge.byToday],
  };
}

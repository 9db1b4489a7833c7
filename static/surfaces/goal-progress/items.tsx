import { ItemsList } from "../../parts/items-list";

/** The items behind the gadget's number, loaded when a person opens it. */
export default function Items({
  goalId,
  rule,
  asOf,
}: {
  readonly goalId: string;
  readonly rule: string;
  readonly asOf: string | null;
}) {
  return <ItemsList goalId={goalId} rule={rule} asOf={asOf} scrolls />;
}

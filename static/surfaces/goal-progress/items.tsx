import { ItemsList } from "../../parts/items-list";

/** The items behind the gadget's number, loaded when a person opens it. */
export default function Items({
  goalId,
  rule,
}: {
  readonly goalId: string;
  readonly rule: string;
}) {
  return <ItemsList goalId={goalId} rule={rule} scrolls />;
}

import type { ItemView } from "../../src/contract/progress";
import { sizeText } from "./format";

/** "10 of 34": the sizes of what is done and of all that counts; the headline is the one divided by the other. */
export function doneSizesText(items: readonly ItemView[], rule: string): string {
  const counted = items.filter((item) => item.class !== "dropped");
  const done = counted.filter((item) => item.class === "confirmed" || item.class === "claimed");
  return `${sizeText(sizeOf(done), rule)} of ${sizeText(sizeOf(counted), rule)}`;
}

const sizeOf = (items: readonly ItemView[]) =>
  items.reduce((total, { size }) => total + (size ?? 0), 0);

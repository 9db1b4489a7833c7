import type { HiddenItems } from "../../src/contract/progress";

/** What a viewer learns of items hidden from them: how many, or with fewer than five only that some are. */
export function HiddenNote({ hidden }: { readonly hidden: HiddenItems }) {
  switch (hidden.kind) {
    case "none":
      return null;
    case "some":
      return (
        <p className="hidden-note">Some items are hidden from you. The number includes them.</p>
      );
    case "counted":
      return (
        <p className="hidden-note">
          {hidden.hidden} of {hidden.of} items are hidden from you. The number includes them.
        </p>
      );
  }
}

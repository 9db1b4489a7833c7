import { Empty } from "../../parts/empty";
import type { SurfaceProps } from "../../parts/surface";

const coming: Readonly<Record<string, { readonly title: string; readonly text: string }>> = {
  "goal-tree-gadget": {
    title: "The goal tree is not here yet",
    text: "It will show a goal and its sub-goals as rows with their progress.",
  },
  "attention-gadget": {
    title: "Attention is not here yet",
    text: "It will list the few goals whose evidence changed enough to need a person.",
  },
};

/** An honest place holder of a module that a later version fills. */
export default function NotHereYet({ context }: SurfaceProps) {
  const { title, text } = coming[context.moduleKey.replace(/-widget$/, "-gadget")] ?? {
    title: "This view is not here yet",
    text: "",
  };
  return (
    <main className="surface">
      <h1 className="visually-hidden">Throughline</h1>
      <Empty title={title}>
        <p className="subtle">{text}</p>
      </Empty>
    </main>
  );
}
